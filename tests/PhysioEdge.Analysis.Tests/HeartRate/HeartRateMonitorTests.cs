using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

public class HeartRateMonitorTests
{
    [Fact]
    public void A_sudden_rise_is_flagged_from_where_it_began_and_ended_once()
    {
        var (_, flags) = Rhythm.Watch(Rhythm.Of(t => Rhythm.Wandering(130, t) + Bump(t, start: 600, length: 80, bpm: 25), seconds: 900));

        Assert.Equal([FlagPhase.New, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.InRange(flags[0].OnsetAt.TotalSeconds, 595, 620);
        Assert.InRange((flags[0].RaisedAt - flags[0].OnsetAt).TotalSeconds, 0, 40);
        Assert.Null(flags[0].Exercise);
        Assert.Contains("rose from", flags[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_steady_climb_to_a_high_rate_is_not_flagged()
        => Assert.Empty(Rhythm.Watch(Rhythm.Of(t => Rhythm.Wandering(80, t) + Math.Min(90, t / 8), seconds: 1200)).Flags);

    [Fact]
    public void Somebody_who_trains_in_intervals_is_not_flagged_once_that_is_known()
    {
        var (_, flags) = Rhythm.Watch(Rhythm.Of(t => 135 + (18 * Math.Sin(2 * Math.PI * t / 120)), seconds: 2400));

        Assert.DoesNotContain(flags, f => f.RaisedAt.TotalSeconds > 600);
    }

    [Fact]
    public void Premature_beats_missed_beats_and_absurd_intervals_raise_no_alarm()
    {
        var random = new Random(5);
        var intervals = new List<double>();
        foreach (var interval in Rhythm.Of(t => Rhythm.Wandering(90, t), seconds: 900))
        {
            switch (random.Next(20))
            {
                case 0: intervals.AddRange([0.6 * interval, 1.4 * interval]); break;
                case 1: intervals.Add(2 * interval); break;
                case 2: intervals.AddRange([interval, random.Next(200)]); break;
                default: intervals.Add(interval); break;
            }
        }

        Assert.Empty(Rhythm.Watch(intervals).Flags);
    }

    [Fact]
    public void A_rate_doubled_by_the_device_for_three_seconds_raises_no_alarm()
    {
        var (monitor, flags) = (new HeartRateMonitor(), new List<Flag>());
        for (var t = 0; t < 600; t++)
            monitor.Add(TimeSpan.FromSeconds(t), t is >= 400 and < 403 ? 200 : Rhythm.Wandering(100, t), flags);

        Assert.Empty(flags);
    }

    [Fact]
    public void The_first_half_minute_does_not_count_as_a_rise_from_nothing()
    {
        var (_, flags) = Rhythm.Watch(Rhythm.Of(t => Rhythm.Wandering(100, t) + Bump(t, start: 220, length: 80, bpm: 30), seconds: 400));

        Assert.Equal(FlagPhase.New, flags[0].Phase);
    }

    [Fact]
    public void Effort_that_goes_on_has_no_recovery_yet()
        => Assert.Null(Rhythm.Watch(Rhythm.Of(t => Rhythm.Wandering(t < 300 ? 80 : 130, t), seconds: 900)).Monitor.RecoveryBpm);

    [Fact]
    public void A_new_activity_gives_the_heart_time_to_rise()
    {
        Assert.NotEmpty(Flags(told: false));
        Assert.Empty(Flags(told: true));

        static List<Flag> Flags(bool told)
        {
            var (monitor, flags) = (new HeartRateMonitor(), new List<Flag>());
            for (var t = 0; t < 600; t++)
            {
                if (told && t == 300)
                    monitor.BeginActivity();
                monitor.Add(TimeSpan.FromSeconds(t), Rhythm.Wandering(70, t) + (t < 300 ? 0 : 50 * (1 - Math.Exp(-(t - 300) / 30.0))), flags);
            }

            return flags;
        }
    }

    [Fact]
    public void A_recording_cut_short_raises_the_same_flags_before_the_cut()
    {
        double[] intervals = [.. Rhythm.Of(t => Rhythm.Wandering(120, t) + Bump(t, 400, 60, 30) + Bump(t, 800, 60, 30), seconds: 1000)];
        var whole = Rhythm.Watch(intervals).Flags;
        Assert.Equal(4, whole.Count);

        for (var cut = 100; cut < intervals.Length; cut += 171)
        {
            var end = TimeSpan.FromMilliseconds(intervals.Take(cut - 6).Sum());
            Assert.Equal(Told(whole, end), Told(Rhythm.Watch(intervals[..cut]).Flags, end));
        }

        static IEnumerable<(TimeSpan, TimeSpan, string)> Told(List<Flag> flags, TimeSpan end)
            => flags.Where(f => f.RaisedAt < end).Select(f => (f.RaisedAt, f.OnsetAt, f.Explanation));
    }

    [Fact]
    public void An_hour_without_a_signal_is_passed_over()
    {
        var (monitor, flags) = (new HeartRateMonitor(), new List<Flag>());
        for (var t = 0; t < 300; t++)
            monitor.Add(TimeSpan.FromSeconds(t), 80, flags);
        for (var t = 4000; t < 4300; t++)
            monitor.Add(TimeSpan.FromSeconds(t), 130, flags);

        Assert.Empty(flags);
        Assert.Equal(130, monitor.HighestBpm);
    }

    [Fact]
    public void The_fall_in_the_minute_after_effort_is_measured()
    {
        var (monitor, _) = Rhythm.Watch(Rhythm.Of(t => t < 600 ? 80 + (t / 8) : 155 - (30 * Math.Min(1, (t - 600) / 60)), seconds: 900));

        Assert.Equal(30, monitor.RecoveryBpm!.Value, 3.0);
    }

    [Fact]
    public void There_is_no_recovery_without_effort()
        => Assert.Null(Rhythm.Watch(Rhythm.Of(t => Rhythm.Wandering(70, t), seconds: 600)).Monitor.RecoveryBpm);

    private static double Bump(double t, double start, double length, double bpm)
        => bpm * Math.Clamp(Math.Min(t - start, start + length - t) / (length / 5), 0, 1);
}
