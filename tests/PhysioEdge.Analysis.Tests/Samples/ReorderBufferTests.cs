using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Samples;

public class ReorderBufferTests
{
    [Fact]
    public void Without_losses_samples_pass_at_once() => Assert.Equal([[0], [1], [2]], Fed(5, 0, 1, 2));

    [Fact]
    public void A_late_sample_is_put_in_its_place() => Assert.Equal([[0], [], [1, 2], [3]], Fed(5, 0, 2, 1, 3));

    [Fact]
    public void A_double_is_dropped() => Assert.Equal([[0], [], [], [1, 2], []], Fed(5, 0, 2, 2, 1, 1));

    [Fact]
    public void A_lost_sample_is_given_up_after_a_while() => Assert.Equal([[0], [], [], [2, 3, 4], []], Fed(3, 0, 2, 3, 4, 1));

    [Fact]
    public void After_a_long_loss_it_goes_on() => Assert.Equal([[0], [], [2, 1000], [1001]], Fed(3, 0, 2, 1000, 1001));

    [Fact]
    public void Whatever_comes_leaves_in_order_and_once()
    {
        var random = new Random(7);
        var ticks = Enumerable.Range(0, 2000).SelectMany(i => Enumerable.Repeat(i, random.Next(3))).Select(i => (long)Math.Max(0, i + random.Next(-4, 5))).ToArray();

        var left = Fed(9, ticks).SelectMany(l => l).ToList();

        Assert.Equal(left.Distinct().Order(), left);
        Assert.True(left.Count > 1000);
    }

    private static List<List<long>> Fed(int patience, params long[] ticks)
    {
        var buffer = new ReorderBuffer<long>(patience);
        var left = new List<List<long>>();
        foreach (var tick in ticks)
        {
            buffer.Add(tick, tick);
            left.Add([]);
            while (buffer.TryTake(out var next))
                left[^1].Add(next);
        }

        return left;
    }
}
