using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Accuracy.Mocap;

namespace PhysioEdge.Appliance.Tests.Accuracy.Mocap;

public sealed class CurveComparisonTests
{
    private static readonly AngleCurves Reference = Curves.Of(100, 8, Curves.Squats);

    [Fact]
    public void The_same_curve_at_another_rate_has_no_error_and_no_lag()
    {
        var comparison = CurveComparison.Of(Curves.Of(60, 8, Curves.Squats), Reference)!;

        Assert.Equal(0, comparison.Aligned.LagSeconds);
        Assert.Equal(0, comparison.WithoutLag.Knee.Mae, 0.02);
        Assert.Equal(0, comparison.Aligned.Hip.OffsetRemovedMae, 0.02);
    }

    [Fact]
    public void An_offset_is_all_of_the_raw_error_and_nothing_of_the_other()
    {
        var comparison = CurveComparison.Of(Curves.Of(100, 8, t => Curves.Squats(t) - 7), Reference)!;

        Assert.Equal(7, comparison.WithoutLag.Knee.Mae, 1e-9);
        Assert.Equal(7, comparison.Aligned.Knee.Mae, 1e-9);
        Assert.Equal(0, comparison.Aligned.Knee.OffsetRemovedMae, 1e-9);
        Assert.Equal((0, -7), (Math.Round(comparison.Aligned.Knee.RangeError, 9), Math.Round(comparison.Aligned.Knee.PeakError, 9)));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-50)]
    public void A_lag_within_the_limit_is_found_even_under_an_offset(int milliseconds)
    {
        var late = Curves.Of(60, 8, t => Curves.Squats(t - (milliseconds / 1000.0)) + 4);

        var comparison = CurveComparison.Of(late, Reference)!;

        Assert.Equal(milliseconds / 1000.0, comparison.Aligned.LagSeconds, 1e-9);
        Assert.Equal(4, comparison.Aligned.Knee.Mae, 0.05);
        Assert.True(comparison.WithoutLag.Knee.OffsetRemovedMae > 2);
    }

    [Fact]
    public void A_lag_beyond_the_limit_stays_in_the_error()
    {
        var comparison = CurveComparison.Of(Curves.Of(60, 8, t => Curves.Squats(t - 0.2)), Reference)!;

        Assert.Equal(0.05, comparison.Aligned.LagSeconds, 1e-9);

        // 0.15 s that are left, at a mean speed of 90° per second.
        Assert.Equal(0.15 * 90, comparison.Aligned.Knee.Mae, 0.6);
    }

    [Fact]
    public void Sides_and_joints_are_told_apart()
    {
        var measured = Curves.Of(100, 8, (angle, t) => Curves.Squats(t) + angle switch
        {
            JointAngle.KneeLeft => 2,
            JointAngle.KneeRight => -4,
            JointAngle.HipLeft => 10,
            _ => 0,
        });

        var errors = CurveComparison.Of(measured, Reference)!.WithoutLag;

        Assert.Equal((3.0, 5.0), (Math.Round(errors.Knee.Mae, 6), Math.Round(errors.Hip.Mae, 6)));
        Assert.Equal(0, errors.Knee.OffsetRemovedMae, 1e-9);
    }

    [Fact]
    public void Half_the_movement_shows_in_range_and_peak()
    {
        var errors = CurveComparison.Of(Curves.Of(100, 8, t => Curves.Squats(t) / 2), Reference)!.WithoutLag;

        Assert.Equal(-45, errors.Knee.RangeError, 1e-6);
        Assert.Equal(-47.5, errors.Knee.PeakError, 1e-6);
    }

    [Fact]
    public void What_is_unknown_is_left_out()
    {
        var measured = Curves.Of(100, 8, t => t is > 2 and < 4 ? double.NaN : Curves.Squats(t) + 3);

        Assert.Equal(3, CurveComparison.Of(measured, Reference)!.Aligned.Knee.Mae, 1e-9);
    }

    [Fact]
    public void Without_a_common_sample_there_is_nothing_to_compare()
        => Assert.Null(CurveComparison.Of(Curves.Of(100, 8, _ => double.NaN), Reference));
}
