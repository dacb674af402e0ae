using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Anomalies;

public class ExerciseMonitorTests
{
    private static readonly ExerciseLimits Squats = new(
        ExerciseKind.Squat,
        Side.Both,
        Sets: 2,
        RepetitionsPerSet: 5,
        MaxPause: TimeSpan.FromSeconds(20),
        [new MeasureLimit("knee-flexion-rom", "knee flexion", RepetitionMeasure.Range, 90, 75)]);

    [Fact]
    public void A_set_as_prescribed_raises_nothing()
    {
        Assert.Empty(Run([95, 92, 91, 96, 90]));
    }

    [Fact]
    public void A_range_that_shrinks_is_one_problem_new_then_graver_then_ended()
    {
        var flags = Run([95, 88, 84, 74, 71]);

        Assert.Equal([FlagPhase.New, FlagPhase.Update, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.Single(flags.Select(f => f.Problem).Distinct());
        Assert.Equal([FlagSeverity.Minor, FlagSeverity.Moderate, FlagSeverity.Moderate], flags.Select(f => f.Severity));
        Assert.Equal([88, 74, 71], flags.Select(f => f.Measure.Value));
        Assert.Equal("Knee flexion reached 88° in repetition 2 of squat (target 90°, limit 75°).", flags[0].Explanation);
        Assert.Equal(
            "Knee flexion stayed below the target of 90° in 4 of 5 repetitions of squat; the least was 71° in repetition 5.",
            flags[2].Explanation);
        Assert.Equal([(1, 95), (2, 88), (3, 84), (4, 74), (5, 71)], flags[2].Evidence);
    }

    [Fact]
    public void A_value_that_reads_as_the_target_has_reached_it()
    {
        Assert.Empty(Run([89.6, 89.5, 90, 90.4, 100]));
    }

    [Fact]
    public void A_pause_ends_the_set_and_what_is_missing_is_told_once()
    {
        var monitor = new ExerciseMonitor(Squats);
        var flags = new List<Flag>();
        for (var i = 0; i < 3; i++)
            monitor.Add(Rep(i, 95), TimeSpan.FromSeconds(4), flags);
        monitor.Add(Rep(3, 30, partial: true), TimeSpan.FromSeconds(4), flags);

        monitor.Advance(TimeSpan.FromSeconds(30), moving: false, flags);
        Assert.Empty(flags);
        monitor.Advance(TimeSpan.FromSeconds(40), moving: false, flags);
        monitor.Advance(TimeSpan.FromSeconds(50), moving: false, flags);

        var flag = Assert.Single(flags);
        Assert.Equal("set.unfinished", flag.Kind);
        Assert.Equal("Set 1 of squat ended after 3 of 5 repetitions; one more was begun but not completed.", flag.Explanation);
        Assert.Equal(TimeSpan.FromSeconds(40), flag.RaisedAt);
        Assert.Equal(3, flag.Measure.Value);
    }

    [Fact]
    public void A_long_hold_is_not_a_pause()
    {
        var monitor = new ExerciseMonitor(Squats);
        var flags = new List<Flag>();
        monitor.Add(Rep(0, 95), TimeSpan.FromSeconds(4), flags);

        monitor.Advance(TimeSpan.FromSeconds(60), moving: true, flags);

        Assert.Empty(flags);
    }

    [Fact]
    public void The_end_of_the_session_ends_the_set()
    {
        Assert.Equal("set.unfinished", Assert.Single(Run([95, 95])).Kind);
    }

    [Fact]
    public void A_lone_half_movement_is_no_set()
    {
        var monitor = new ExerciseMonitor(Squats);
        var flags = new List<Flag>();
        monitor.Add(Rep(0, 30, partial: true), TimeSpan.FromSeconds(4), flags);
        monitor.Finish(TimeSpan.FromSeconds(100), flags);

        Assert.Empty(flags);
    }

    [Fact]
    public void Where_each_arm_moves_on_its_own_the_flag_names_the_one_that_falls_short()
    {
        var limits = new ExerciseLimits(
            ExerciseKind.ShoulderAbduction,
            Side.Both,
            1,
            1,
            TimeSpan.FromSeconds(20),
            [new MeasureLimit("shoulder-abduction-rom", "shoulder abduction", RepetitionMeasure.Range, 120, null)]);
        var monitor = new ExerciseMonitor(limits);
        var flags = new List<Flag>();

        monitor.Add(Rep(0, 150) with { Exercise = ExerciseKind.ShoulderAbduction, LeftRangeDegrees = 150, RightRangeDegrees = 96 }, TimeSpan.FromSeconds(4), flags);

        var flag = Assert.Single(flags);
        Assert.Equal(Side.Right, flag.Side);
        Assert.Equal("Right shoulder abduction reached 96° in repetition 1 of shoulder-abduction (target 120°).", flag.Explanation);
    }

    private static List<Flag> Run(double[] ranges)
    {
        var monitor = new ExerciseMonitor(Squats);
        var flags = new List<Flag>();
        for (var i = 0; i < ranges.Length; i++)
            monitor.Add(Rep(i, ranges[i]), TimeSpan.FromSeconds(4), flags);
        monitor.Finish(TimeSpan.FromSeconds(60), flags);
        return flags;
    }

    private static Repetition Rep(int index, double range, bool partial = false)
    {
        var start = TimeSpan.FromSeconds(3 * index);
        return new Repetition(
            ExerciseKind.Squat,
            Side.Both,
            start,
            start + TimeSpan.FromSeconds(1),
            start + TimeSpan.FromSeconds(2),
            range,
            range + 5,
            range,
            range,
            partial,
            0.9);
    }
}
