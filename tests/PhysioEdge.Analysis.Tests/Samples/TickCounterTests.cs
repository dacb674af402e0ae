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

    [Theory]
    [InlineData(70_003, 4467, 70_003)]
    [InlineData(70_003, 4400, 69_936)]
    [InlineData(131_070, 5, 131_077)]
    public void After_a_silence_over_several_wraps_the_nearest_tick_is_taken(long expected, long count, long tick)
    {
        var counter = new TickCounter();
        counter.Unwrap(0);
        counter.Expect(expected);

        Assert.Equal(tick, counter.Unwrap(count));
        Assert.Equal(tick + 1, counter.Unwrap((count + 1) % 65536));
    }

    [Fact]
    public void A_counter_that_begins_anew_goes_on_from_the_tick_that_is_told()
    {
        var counter = new TickCounter();
        counter.Unwrap(900);
        counter.Restart(50);

        Assert.Equal([50, 51], new long[] { 7, 8 }.Select(counter.Unwrap));
    }

    [Fact]
    public void A_counter_of_more_bits_is_unwrapped_too()
    {
        var counter = new TickCounter();

        Assert.Equal([0, 1, 20001], new long[] { 65535, 65536, 85536 }.Select(counter.Unwrap));
    }
}
