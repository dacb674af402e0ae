using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

public class HeartRateLimitDetectorTests
{
    [Fact]
    public void A_rate_that_stays_above_the_limit_is_flagged_once_from_where_it_passed_it_and_ended_once()
    {
        var flags = Watch(t => t is >= 100 and < 200 ? 126 : 110, 300);

        Assert.Equal([FlagPhase.New, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.All(flags, f => Assert.Equal(("heart-rate.limit", "heart-rate/limit", 120), (f.Kind, f.Problem, f.Measure.Limit)));
        Assert.InRange(flags[0].OnsetAt.TotalSeconds, 98, 102);
        Assert.InRange(flags[0].RaisedAt.TotalSeconds, 110, 120);
        Assert.Equal("Heart rate is 126 bpm (limit 120 bpm).", flags[0].Explanation);
        Assert.Equal("Heart rate was up to 126 bpm (limit 120 bpm).", flags[1].Explanation);
    }

    [Fact]
    public void Each_ten_bpm_more_are_told_anew()
    {
        var flags = Watch(t => 110 + Math.Clamp((t - 100) / 2.0, 0, 35), 300);

        Assert.Equal([FlagPhase.New, FlagPhase.Update, FlagPhase.Update], flags.Select(f => f.Phase));
        Assert.True(flags[2].Measure.Value >= flags[1].Measure.Value + 10);
    }

    [Fact]
    public void A_few_seconds_above_the_limit_are_passed_over()
        => Assert.Empty(Watch(t => t % 60 is >= 20 and < 29 ? 135 : 110, 600));

    [Fact]
    public void A_rate_that_wanders_about_the_limit_is_one_problem()
        => Assert.Equal(FlagPhase.New, Assert.Single(Watch(t => 120 + (3.5 * Math.Sin(t / 20.0)), 900)).Phase);

    [Fact]
    public void A_rate_at_the_limit_is_not_above_it() => Assert.Empty(Watch(_ => 120, 300));

    [Fact]
    public void A_lost_signal_neither_raises_nor_ends_anything()
        => Assert.Equal([FlagPhase.New, FlagPhase.End], Watch(t => t is > 150 and < 400 ? double.NaN : t is > 100 and < 500 ? 130 : 100, 600).Select(f => f.Phase));

    [Fact]
    public void Premature_beats_at_a_rate_below_the_limit_are_not_flagged()
    {
        var (monitor, flags) = (new HeartRateMonitor(limitBpm: 120), new List<Flag>());
        foreach (var beat in Rhythm.Classify([.. Enumerable.Range(0, 900).Select(i => (i % 3) switch { 0 => 600.0, 1 => 400, _ => 800 })]))
            monitor.Add(beat, flags);

        Assert.Empty(flags);
    }

    [Fact]
    public void Without_a_limit_nothing_is_flagged()
    {
        var (monitor, flags) = (new HeartRateMonitor(), new List<Flag>());
        for (var t = 0; t < 300; t++)
            monitor.Add(TimeSpan.FromSeconds(t), 190, flags);

        Assert.Empty(flags);
    }

    [Fact]
    public void A_recording_cut_short_raises_the_same_flags_before_the_cut()
    {
        static double BpmAt(int t) => 118 + (12 * Math.Sin(t / 40.0));
        var whole = Watch(BpmAt, 1200);

        for (var cut = 50; cut < 1200; cut += 83)
        {
            var end = TimeSpan.FromSeconds(cut - 1);
            Assert.Equal(whole.Where(f => f.RaisedAt <= end).Select(f => (f.RaisedAt, f.Explanation)), Watch(BpmAt, cut).Select(f => (f.RaisedAt, f.Explanation)));
        }
    }

    private static List<Flag> Watch(Func<int, double> bpmAt, int seconds)
    {
        var (monitor, flags) = (new HeartRateMonitor(limitBpm: 120), new List<Flag>());
        for (var t = 0; t < seconds; t++)
            monitor.Add(TimeSpan.FromSeconds(t), bpmAt(t), flags);
        return flags.FindAll(f => f.Kind == "heart-rate.limit");
    }
}
