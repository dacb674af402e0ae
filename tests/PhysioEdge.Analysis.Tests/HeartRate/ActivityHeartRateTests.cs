using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

public class ActivityHeartRateTests
{
    [Fact]
    public void A_minute_that_jumps_is_flagged_and_the_way_back_is_not()
    {
        var flag = Assert.Single(Watch(("sitting", [80, 81, 79, 80, 106, 80, 81])));

        Assert.Equal(TimeSpan.FromMinutes(4), flag.OnsetAt);
        Assert.Contains("during sitting (expected 80 bpm", flag.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rise_at_the_start_of_an_activity_is_not_flagged()
        => Assert.Empty(Watch(("lying", [62, 61, 62, 61]), ("running", [80, 112, 128, 135, 138, 139])));

    [Fact]
    public void What_the_person_has_done_before_is_judged_from_its_second_minute()
        => Assert.Single(Watch(("lying", [62, 61, 62, 61, 60]), ("walking", [80, 92, 95, 96]), ("lying", [70, 98, 66, 64])));

    [Fact]
    public void Coming_down_after_effort_is_not_flagged()
        => Assert.Empty(Watch(("lying", [60, 61, 60, 60, 61]), ("running", [90, 120, 135, 140]), ("lying", [130, 105, 85, 80])));

    [Fact]
    public void A_watch_that_loses_the_pulse_raises_no_flag()
        => Assert.Empty(Watch(("sitting", [75, 76, 75, 12, double.NaN, 0, 76, 75])));

    private static List<Flag> Watch(params (string Activity, double[] Bpm)[] stretches)
    {
        var (heart, flags, minute) = (new ActivityHeartRate(), new List<Flag>(), 0);
        foreach (var (activity, bpm) in stretches.SelectMany(s => s.Bpm.Select(b => (s.Activity, b))))
        {
            if (heart.Add(TimeSpan.FromMinutes(minute++), activity, bpm) is { } flag)
                flags.Add(flag);
        }

        return flags;
    }
}
