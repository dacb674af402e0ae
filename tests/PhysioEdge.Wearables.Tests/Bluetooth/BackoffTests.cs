using CsCheck;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class BackoffTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    [Fact]
    public void Waits_double_from_a_fifth_of_a_second_up_to_the_longest_with_up_to_a_quarter_at_random() =>
        Gen.Select(Gen.Int, Gen.Int[1, 30]).Sample((seed, attempts) =>
        {
            var backoff = new Backoff(new Random(seed), Longest);
            for (var i = 0; i < attempts; i++)
            {
                var expected = Math.Min(0.2 * Math.Pow(2, i), Longest.TotalSeconds);
                Assert.InRange(backoff.Next().TotalSeconds, expected - 1e-6, Math.Min(1.25 * expected, Longest.TotalSeconds) + 1e-6);
            }
        });

    [Fact]
    public void After_a_success_it_begins_with_the_shortest_again()
    {
        var backoff = new Backoff(new Random(1), Longest);
        for (var i = 0; i < 10; i++)
            backoff.Next();
        backoff.Reset();
        Assert.InRange(backoff.Next().TotalSeconds, 0.2, 0.25);
    }
}
