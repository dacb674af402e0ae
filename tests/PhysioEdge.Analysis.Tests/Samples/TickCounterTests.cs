using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Samples;

public class TickCounterTests
{
    [Fact]
    public void A_counter_that_wraps_counts_on()
    {
        var counter = new TickCounter();

        Assert.Equal([0, 1, 2, 6], new long[] { 65534, 65535, 0, 4 }.Select(counter.Unwrap));
    }

    [Fact]
    public void A_late_count_gets_its_own_tick_also_across_the_wrap()
    {
        var counter = new TickCounter();

        Assert.Equal([0, 4, 1, 5], new long[] { 65534, 2, 65535, 3 }.Select(counter.Unwrap));
    }

    [Fact]
    public void A_counter_of_more_bits_is_unwrapped_too()
    {
        var counter = new TickCounter();

        Assert.Equal([0, 1, 20001], new long[] { 65535, 65536, 85536 }.Select(counter.Unwrap));
    }
}
