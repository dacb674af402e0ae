using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

public class HeartRateRecoveryTests
{
    [Theory]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(120)]
    public void The_fall_in_the_minute_after_the_end_is_found_without_being_told(double timeConstant)
    {
        var monitor = Watch(t => Effort(t, timeConstant), 900);

        Assert.Equal(70 * (1 - Math.Exp(-60 / timeConstant)), monitor.RecoveryBpm!.Value, 4.0);
    }

    [Fact]
    public void Told_when_the_set_ends_it_is_measured_from_there()
    {
        // The rate goes on at its height for 40 s after the set.
        var monitor = Watch(t => Effort(t - 40, 60), 900, t => t == 600, (m, t) => m.EndEffort(TimeSpan.FromSeconds(t)));

        Assert.Equal(70 * (1 - Math.Exp(-20 / 60.0)), monitor.RecoveryBpm!.Value, 4.0);
    }

    [Theory]
    [InlineData(590)]
    [InlineData(640)]
    public void The_end_may_be_told_before_it_comes_or_somewhat_after(int toldAt)
    {
        var monitor = Watch(t => Effort(t, 60), 900, t => t == toldAt, (m, _) => m.EndEffort(TimeSpan.FromSeconds(600)));

        Assert.Equal(70 * (1 - Math.Exp(-1)), monitor.RecoveryBpm!.Value, 4.0);
    }

    [Fact]
    public void The_next_set_within_the_minute_takes_back_the_end_that_was_told()
    {
        var told = Watch(t => Effort(t, 60), 640, t => t is 600 or 630, (m, t) =>
        {
            if (t == 600)
                m.EndEffort(TimeSpan.FromSeconds(t));
            else
                m.BeginEffort();
        });

        Assert.Equal(Watch(t => Effort(t, 60), 640).RecoveryBpm, told.RecoveryBpm);
    }

    [Fact]
    public void The_end_of_a_set_that_was_no_effort_for_the_heart_tells_nothing()
        => Assert.Null(Watch(t => Rhythm.Wandering(t < 300 ? 72 : 80, t), 600, t => t == 400, (m, t) => m.EndEffort(TimeSpan.FromSeconds(t))).RecoveryBpm);

    [Theory]
    [InlineData(300, 2)]
    [InlineData(590, 1.5)]
    [InlineData(655, 0.5)]
    public void Ten_seconds_at_a_rate_that_the_device_doubled_or_halved_change_nothing(int from, double factor)
    {
        var monitor = Watch(t => Effort(t, 60) * (t >= from && t < from + 10 ? factor : 1), 900);

        Assert.Equal(Watch(t => Effort(t, 60), 900).RecoveryBpm!.Value, monitor.RecoveryBpm!.Value, 4.0);
    }

    [Fact]
    public void Getting_up_is_no_effort()
        => Assert.Null(Watch(t => t is > 300 and < 400 ? 85 : 70, 700).RecoveryBpm);

    [Fact]
    public void A_minute_without_a_signal_leaves_the_recovery_unknown()
        => Assert.Null(Watch(t => t is > 590 and < 700 ? double.NaN : Effort(t, 20), 800, t => t == 600, (m, t) => m.EndEffort(TimeSpan.FromSeconds(t))).RecoveryBpm);

    [Fact]
    public void What_comes_later_than_the_minute_does_not_change_it()
    {
        var at = Watch(t => Effort(t, 60), 680).RecoveryBpm;

        Assert.Equal(at!.Value, Watch(t => Effort(t, 60), 1500).RecoveryBpm!.Value, 2.0);
    }

    /// <summary>Rest, work up to 150 bpm until 600 s, and the way back.</summary>
    private static double Effort(double t, double timeConstant) => t switch
    {
        < 120 => 80,
        < 600 => 150 - (70 * Math.Exp(-(t - 120) / 60)),
        _ => 80 + (70 * Math.Exp(-(t - 600) / timeConstant)),
    };

    private static HeartRateMonitor Watch(Func<double, double> bpmAt, int seconds, Func<int, bool>? when = null, Action<HeartRateMonitor, int>? tell = null)
    {
        var (monitor, flags) = (new HeartRateMonitor(), new List<Flag>());
        for (var t = 0; t < seconds; t++)
        {
            if (when?.Invoke(t) == true)
                tell!(monitor, t);
            monitor.Add(TimeSpan.FromSeconds(t), bpmAt(t), flags);
        }

        return monitor;
    }
}
