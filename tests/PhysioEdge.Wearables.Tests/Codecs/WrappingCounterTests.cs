using CsCheck;
using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Tests.Codecs;

public sealed class WrappingCounterTests
{
    [Fact]
    public void A_counter_runs_on_over_its_end()
    {
        var counter = new WrappingCounter(65536);

        Assert.Equal([65534, 65535, 65536, 65537], ((long[])[65534, 65535, 0, 1]).Select(counter.Unwrap));
    }

    [Fact]
    public void Gaps_repeats_and_packets_out_of_order_keep_their_place()
    {
        var counter = new WrappingCounter(256);

        Assert.Equal([250, 260, 260, 255, 300], ((long[])[250, 4, 4, 255, 44]).Select(counter.Unwrap));
    }

    [Fact]
    public void Whatever_steps_of_less_than_half_the_range_are_taken_the_line_is_followed()
        => Gen.Select(Gen.Long[2, 1L << 32], Gen.Double[-0.49, 0.49].Array[1, 50]).Sample((modulus, steps) =>
        {
            var (counter, position) = (new WrappingCounter(modulus), 0L);
            counter.Unwrap(0);
            foreach (var step in steps)
            {
                position += (long)(step * modulus);
                Assert.Equal(position, counter.Unwrap(((position % modulus) + modulus) % modulus));
            }
        });
}
