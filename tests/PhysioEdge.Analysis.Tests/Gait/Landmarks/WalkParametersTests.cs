using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Landmarks;

public class WalkParametersTests
{
    [Fact]
    public void A_limp_shows_in_both_feet()
    {
        var walk = WalkParameters.Of(Strides(5));

        Assert.Equal(0.5, walk.StepTimeSeconds.Left!.Value, 1e-6);
        Assert.Equal(0.6, walk.StepTimeSeconds.Right!.Value, 1e-6);
        Assert.Equal(60 / 0.55, walk.CadenceStepsPerMinute!.Value, 1.5);
        Assert.Equal(1.1, walk.StrideTimeSeconds.Mean!.Value, 1e-6);
        Assert.Equal(0.75, walk.StanceSeconds.Left!.Value, 1e-6);
        Assert.Equal(0.35, walk.SwingSeconds.Left!.Value, 1e-6);
        Assert.Equal(0.62, walk.StanceSeconds.Right!.Value, 1e-6);
        Assert.Equal(0.27, walk.DoubleSupportSeconds!.Value, 1e-6);
        Assert.Equal(0.5, walk.StepLengthMetres.Left!.Value, 1e-6);
        Assert.Equal(0.7, walk.StepLengthMetres.Right!.Value, 1e-6);
        Assert.Equal(1.2, walk.StrideLengthMetres.Right!.Value, 1e-6);
        Assert.True(walk.StanceSeconds.AsymmetryPercent < 0);
    }

    [Fact]
    public void Landmarks_of_an_unsure_scale_are_scaled_in_length_only()
    {
        var (plain, scaled) = (WalkParameters.Of(Strides(4)), WalkParameters.Of(Strides(4), lengthScale: 2));

        Assert.Equal(2 * plain.StepLengthMetres.Left!.Value, scaled.StepLengthMetres.Left!.Value, 1e-6);
        Assert.Equal(2 * plain.SpeedMetresPerSecond!.Value, scaled.SpeedMetresPerSecond!.Value, 1e-6);
        Assert.Equal(plain.CadenceStepsPerMinute, scaled.CadenceStepsPerMinute);
    }

    [Fact]
    public void A_pause_makes_no_long_step()
    {
        StepEvent[] events = [.. Strides(3), .. Strides(3).Select(e => e with { Event = e.Event with { At = e.Event.At + TimeSpan.FromSeconds(20) } })];

        Assert.Equal(WalkParameters.Of(Strides(3)).StepTimeSeconds.Right!.Value, WalkParameters.Of(events).StepTimeSeconds.Right!.Value, 1e-6);
    }

    [Fact]
    public void A_last_step_that_brings_the_feet_together_makes_no_step_shorter()
    {
        StepEvent[] halted = [.. Strides(3), Event(Side.Left, GaitEventKind.InitialContact, 3.3, 0.02)];

        Assert.Equal(WalkParameters.Of(Strides(3)), WalkParameters.Of(halted));
    }

    [Fact]
    public void One_who_brings_the_feet_together_in_every_other_step_walks_with_short_steps()
    {
        var walk = WalkParameters.Of(Strides(4).Select(e => e.Event.Side == Side.Left ? e with { StepLengthMetres = 0.05 } : e));

        Assert.Equal(0.05, walk.StepLengthMetres.Left!.Value, 1e-6);
    }

    [Fact]
    public void Without_events_nothing_is_known()
        => Assert.Equal(new WalkParameters(), WalkParameters.Of([]));

    /// <summary>The left foot lands 0.5 s after the right one and stands for 0.75 s, the right one 0.6 s after the left and for 0.62 s.</summary>
    private static IEnumerable<StepEvent> Strides(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var start = 1.1 * i;
            yield return Event(Side.Left, GaitEventKind.InitialContact, start, 0.5);
            yield return Event(Side.Left, GaitEventKind.ToeOff, start + 0.75, double.NaN);
            yield return Event(Side.Right, GaitEventKind.InitialContact, start + 0.6, 0.7);
            yield return Event(Side.Right, GaitEventKind.ToeOff, start + 0.6 + 0.62, double.NaN);
        }
    }

    private static StepEvent Event(Side side, GaitEventKind kind, double seconds, double metres)
        => new(new GaitEvent(side, kind, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)), metres);
}
