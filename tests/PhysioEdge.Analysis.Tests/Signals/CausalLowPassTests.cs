using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Tests.Signals;

public class CausalLowPassTests
{
    [Fact]
    public void A_ramp_comes_out_late_by_the_stated_delay()
    {
        var filter = new CausalLowPass(cutoffHz: 4);
        var last = 0.0;
        for (var i = 0; i <= 300; i++)
            last = filter.Apply(TimeSpan.FromSeconds(i / 60.0), 30 * i / 60.0);

        // The filter holds each sample until the next: half a frame of its own.
        Assert.Equal(filter.Delay.TotalSeconds, 5 - (last / 30) + (0.5 / 60), 0.01);
    }

    [Fact]
    public void Dropped_frames_do_not_change_what_is_seen_later()
    {
        var (all, some) = (new CausalLowPass(4), new CausalLowPass(4));
        var (a, b) = (0.0, 0.0);
        for (var i = 0; i < 240; i++)
        {
            var (at, value) = (TimeSpan.FromSeconds(i / 60.0), Math.Sin(i / 30.0));
            a = all.Apply(at, value);
            if (i % 3 == 0 || i == 239)
                b = some.Apply(at, value);
        }

        Assert.Equal(a, b, 0.03);
    }

    [Fact]
    public void After_a_reset_the_next_sample_stands_for_itself()
    {
        var filter = new CausalLowPass(4);
        filter.Apply(TimeSpan.Zero, 90);
        filter.Reset();

        Assert.Equal(10, filter.Apply(TimeSpan.FromSeconds(1), 10));
    }
}
