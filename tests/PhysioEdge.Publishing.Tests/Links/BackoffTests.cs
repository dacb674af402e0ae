using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Tests.Links;

public sealed class BackoffTests
{
    [Fact]
    public void Pauses_double_from_one_second_to_a_minute_and_begin_anew_after_a_success()
    {
        var backoff = new Backoff(new NoChance(0));

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => backoff.Next().TotalSeconds));
        backoff.Reset();
        Assert.Equal(1, backoff.Next().TotalSeconds);
    }

    [Fact]
    public void Boxes_that_failed_together_do_not_come_back_together()
    {
        var backoff = new Backoff(new NoChance(1));

        Assert.Equal([1, 1.5, 3, 6], Enumerable.Range(0, 4).Select(_ => backoff.Next().TotalSeconds));
    }

    private sealed class NoChance(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
