using System.Numerics;
using PhysioEdge.Analysis.Activity;
using PhysioEdge.TestKit;

namespace PhysioEdge.Analysis.Tests.Activity;

public class ActivityMonitorTests
{
    private static readonly Vector3 Down = new(0.6f, 0, 0.8f);

    [Theory]
    [InlineData(25)]
    [InlineData(52)]
    [InlineData(200)]
    public void A_wrist_at_rest_has_no_intensity_whichever_way_it_lies_and_whatever_the_rate(double rateHz)
    {
        var epochs = Watch(rateHz, 60, t => Turned(t / 10));

        Assert.Equal(12, epochs.Count);
        Assert.All(epochs, e => Assert.Equal(0, e.IntensityMilliG, 1e-3));
        Assert.All(epochs, e => Assert.Equal(ActivityLevel.Sedentary, e.Level));
    }

    [Theory]
    [InlineData(0.2, ActivityLevel.Light)]
    [InlineData(0.5, ActivityLevel.Moderate)]
    [InlineData(2, ActivityLevel.Vigorous)]
    public void The_more_the_arm_swings_the_higher_is_the_level_however_the_watch_is_mounted(double swingG, ActivityLevel level)
    {
        foreach (var mounting in (Quaternion[])[Quaternion.Identity, Quaternion.CreateFromYawPitchRoll(1, 2, 3)])
        {
            var epochs = Watch(50, 60, t => Vector3.Transform(Down * (float)(1 + (swingG * Math.Sin(2 * Math.PI * t))), mounting));

            Assert.All(epochs, e => Assert.Equal(level, e.Level));
            Assert.Equal(1000 * swingG / Math.PI, epochs[3].IntensityMilliG, swingG > 1 ? 120.0 : 5.0);
        }
    }

    [Fact]
    public void Falling_below_gravity_does_not_count_against_rising_above_it()
        => Assert.Equal(250, Watch(20, 5, t => Down * ((int)Math.Round(t * 20) % 2 == 0 ? 1.5f : 0.5f))[0].IntensityMilliG, 1.0);

    [Fact]
    public void A_sensor_that_says_too_much_of_gravity_is_set_right_by_its_rest()
    {
        var epochs = Watch(50, 60, _ => Down * 1.06f);

        Assert.InRange(epochs[0].IntensityMilliG, 59, 61);
        Assert.All(epochs.Skip(1), e => Assert.Equal(0, e.IntensityMilliG, 0.1));
    }

    [Fact]
    public void A_watch_on_the_table_is_not_worn_and_its_time_is_not_sedentary()
    {
        var random = new Random(1);
        var monitor = new ActivityMonitor(25);
        var epochs = Watch(monitor, 25, 3000, t => Turned(t < 600 ? Math.Sin(t / 20) / 5 : 0) + (0.004f * Noise(random)));

        Assert.True(epochs[^1] is { IsWorn: false, Level: null });
        Assert.InRange(epochs.First(e => !e.IsWorn).StartsAt.TotalSeconds, 2390, 2400);
        Assert.Equal(40, monitor.NotWornMinutes, 0.2);
        Assert.Equal(10, monitor.MinutesOf(ActivityLevel.Sedentary), 0.2);
    }

    [Fact]
    public void Somebody_who_sits_still_still_wears_the_watch()
    {
        var random = new Random(2);
        var epochs = Watch(25, 3600, t =>
            Vector3.Transform(Down, Quaternion.CreateFromYawPitchRoll(0, (int)(t / 300) * 0.1f, (int)(t / 420) * 0.1f)) + (0.006f * Noise(random)));

        Assert.All(epochs, e => Assert.True(e is { IsWorn: true, Level: ActivityLevel.Sedentary }));
    }

    [Fact]
    public void A_watch_that_is_put_on_again_is_worn_at_once()
    {
        var epochs = Watch(25, 2500, t => t < 2400 ? Down : Down * (float)(1 + (0.5 * Math.Sin(2 * Math.PI * t))));

        Assert.False(epochs[479].IsWorn);
        Assert.True(epochs[480] is { IsWorn: true, Level: ActivityLevel.Moderate });
    }

    [Fact]
    public void Gaps_are_left_out_and_an_epoch_of_few_samples_is_unknown()
    {
        var epochs = Watch(50, 60, t => t is > 12 and < 30 ? new Vector3(float.NaN) : Down);

        Assert.Equal([0, 5, 10, 30, 35, 40, 45, 50, 55], epochs.Select(e => e.StartsAt.TotalSeconds));
        Assert.True(double.IsNaN(epochs[2].IntensityMilliG) && epochs[2].Level is null);
    }

    [Fact]
    public void A_recording_cut_short_tells_the_same_epochs_before_the_cut()
    {
        Vector3 At(double t) => Down * (float)(1.02 + (t % 60 > 30 ? 0.3 * Math.Sin(9 * t) : 0));
        var whole = Watch(50, 300, At);

        for (var cut = 7.0; cut < 300; cut += 41)
            Assert.Equal(whole.TakeWhile(e => e.StartsAt.TotalSeconds + 5 <= cut), Watch(50, cut, At).TakeWhile(e => e.StartsAt.TotalSeconds + 5 <= cut));
    }

    [Fact]
    public void Nothing_is_told_without_samples_and_nothing_allocated_by_them()
    {
        var monitor = new ActivityMonitor(100);
        Assert.Null(monitor.Finish());
        Assert.Null(monitor.MeanMilliG);

        var tick = 0L;
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (var i = 0; i < 5000; i++)
                monitor.Add(TimeSpan.FromSeconds(tick++ / 100.0), Down);
        }));
    }

    private static Vector3 Turned(double radians) => Vector3.Transform(Down, Quaternion.CreateFromAxisAngle(Vector3.UnitY, (float)radians));

    private static Vector3 Noise(Random random) => new((float)Normal(random), (float)Normal(random), (float)Normal(random));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static List<ActivityEpoch> Watch(double rateHz, double seconds, Func<double, Vector3> accelerationAt)
        => Watch(new ActivityMonitor(rateHz), rateHz, seconds, accelerationAt);

    private static List<ActivityEpoch> Watch(ActivityMonitor monitor, double rateHz, double seconds, Func<double, Vector3> accelerationAt)
    {
        var epochs = new List<ActivityEpoch>();
        for (var i = 0; i < seconds * rateHz; i++)
        {
            if (monitor.Add(TimeSpan.FromSeconds(i / rateHz), accelerationAt(i / rateHz)) is { } epoch)
                epochs.Add(epoch);
        }

        if (monitor.Finish() is { } last)
            epochs.Add(last);
        return epochs;
    }
}
