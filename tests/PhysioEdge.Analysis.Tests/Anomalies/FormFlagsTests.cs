using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Anomalies;

public class FormFlagsTests
{
    private static readonly ExerciseLimits Squats = new(ExerciseKind.Squat, Side.Both, 1, 10, TimeSpan.FromSeconds(20), [])
    {
        Watched = new WatchedRange("knee-flexion-rom", "knee flexion"),
    };

    [Fact]
    public void A_good_set_with_the_scatter_of_any_patient_raises_nothing()
    {
        Assert.Empty(Run(Squats, [.. Enumerable.Range(0, 10).Select(i => Rep(i, 90 + (4 * (i % 3)), lean: 35 + (5 * (i % 2)), seconds: 2 + (0.3 * (i % 2))))]));
    }

    [Fact]
    public void A_range_that_falls_is_told_once_with_where_it_came_from()
    {
        var flags = Run(Squats, [.. new double[] { 95, 96, 94, 90, 84, 75, 70, 66, 64, 60 }.Select((range, i) => Rep(i, range))]);

        Assert.Equal([FlagPhase.New, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.All(flags, f => Assert.Equal("rom.decline", f.Kind));
        Assert.Equal("Knee flexion reached 70° in repetition 7 of squat, fallen from 95°.", flags[0].Explanation);
        Assert.Equal("Knee flexion fell from 95° within 10 repetitions of squat; the least was 60° in repetition 10.", flags[1].Explanation);
        Assert.Equal(95, flags[0].Measure.Baseline);
    }

    [Fact]
    public void One_bad_repetition_is_no_decline()
    {
        Assert.Empty(Run(Squats, [.. new double[] { 95, 96, 94, 93, 60, 95, 94, 92, 95, 94 }.Select((range, i) => Rep(i, range))]));
    }

    [Fact]
    public void A_deficit_that_is_open_is_revised_by_a_decline_not_joined_by_one()
    {
        var limits = Squats with { Watched = null, Measures = [new MeasureLimit("knee-flexion-rom", "knee flexion", RepetitionMeasure.Range, 93, null)] };

        var flags = Run(limits, [.. new double[] { 95, 96, 94, 90, 72, 70, 70, 70, 70, 70 }.Select((range, i) => Rep(i, range))]);

        Assert.Equal([FlagPhase.New, FlagPhase.Update, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.All(flags, f => Assert.Equal("rom.deficit", f.Kind));
        Assert.Single(flags.Select(f => f.Problem).Distinct());
        Assert.Equal("Knee flexion reached 70° in repetition 6 of squat, fallen from 95° (target 93°).", flags[1].Explanation);
    }

    [Fact]
    public void A_decline_that_is_open_is_revised_when_it_falls_below_the_limit()
    {
        var limits = Squats with { Watched = null, Measures = [new MeasureLimit("knee-flexion-rom", "knee flexion", RepetitionMeasure.Range, 60, 55)] };

        var flags = Run(limits, [.. new double[] { 95, 96, 94, 70, 68, 50, 50, 50, 50, 50 }.Select((range, i) => Rep(i, range))]);

        Assert.Equal([FlagPhase.New, FlagPhase.Update, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.All(flags, f => Assert.Equal("rom.decline", f.Kind));
        Assert.Equal(FlagSeverity.Moderate, flags[1].Severity);
    }

    [Fact]
    public void A_trunk_that_leans_beyond_the_patients_own_usual_is_one_problem()
    {
        var flags = Run(Squats, [.. new double[] { 33, 36, 35, 38, 55, 57, 70, 60, 58, 59 }.Select((lean, i) => Rep(i, 95, lean))]);

        Assert.Equal([FlagPhase.New, FlagPhase.Update, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.All(flags, f => Assert.Equal("form.compensation", f.Kind));
        Assert.Equal("The trunk leant 57° forward in repetition 6 of squat (usual 35°).", flags[0].Explanation);
        Assert.Equal("The trunk leant too far in 6 of 7 repetitions of squat, at most 70° forward in repetition 7 (usual 35°).", flags[2].Explanation);
    }

    [Fact]
    public void Where_the_plan_limits_the_lean_it_counts_from_the_first_repetition()
    {
        var flags = Run(Squats with { MaxTrunkLeanDegrees = 45 }, [.. new double[] { 50, 52, 40, 40, 40, 40, 40, 40, 40, 40 }.Select((lean, i) => Rep(i, 95, lean))]);

        Assert.Equal("The trunk leant 52° forward in repetition 2 of squat (limit 45°).", flags[0].Explanation);
        Assert.Equal(45, flags[0].Measure.Limit);
    }

    [Fact]
    public void A_trunk_that_the_camera_cannot_judge_raises_nothing()
    {
        Assert.Empty(Run(Squats with { MaxTrunkLeanDegrees = 10 }, [.. Enumerable.Range(0, 10).Select(i => Rep(i, 95, lean: null))]));
    }

    [Fact]
    public void Repetitions_done_too_fast_are_one_problem()
    {
        var flags = Run(Squats, [.. new double[] { 2, 2, 1, 2, 1.1, 1, 1, 0.7, 2, 2 }.Select((seconds, i) => Rep(i, 95, seconds: seconds))]);

        Assert.Equal([FlagPhase.New, FlagPhase.Update, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.All(flags, f => Assert.Equal("tempo.fast", f.Kind));
        Assert.Equal("Repetition 5 of squat took 1.1 s, too fast (at least 1.2 s).", flags[0].Explanation);
        Assert.Equal("5 of 10 repetitions of squat were too fast, the fastest 0.7 s in repetition 8 (at least 1.2 s).", flags[2].Explanation);
    }

    [Fact]
    public void Marching_has_no_tempo_but_that_of_the_plan()
    {
        var marching = Squats with { Exercise = ExerciseKind.Marching, Watched = null };
        Repetition[] quick = [.. Enumerable.Range(0, 10).Select(i => Rep(i, 80, seconds: 0.8) with { Exercise = ExerciseKind.Marching })];

        Assert.Empty(Run(marching, quick));
        Assert.Equal("tempo.fast", Run(marching with { ShortestRepetition = TimeSpan.FromSeconds(1) }, quick)[0].Kind);
    }

    [Fact]
    public void Leaving_the_view_during_a_set_ends_with_coming_back()
    {
        var (monitor, flags) = AfterThree();
        foreach (var (second, inView) in new[] { (10, true), (12, false), (14, false), (15, false), (16, true) })
            monitor.See(TimeSpan.FromSeconds(second), inView, flags);

        Assert.Equal([FlagPhase.New, FlagPhase.End], flags.Select(f => f.Phase));
        Assert.Equal("The patient left the view after 3 of 10 repetitions of squat.", flags[0].Explanation);
        Assert.Equal("The patient left the view after 3 of 10 repetitions of squat and was back after 6 s.", flags[1].Explanation);
        Assert.Equal(TimeSpan.FromSeconds(10), flags[0].OnsetAt);
    }

    [Fact]
    public void Somebody_who_does_not_come_back_leaves_one_event_not_also_an_unfinished_set()
    {
        var (monitor, flags) = AfterThree();
        for (var second = 10; second < 60; second++)
        {
            monitor.See(TimeSpan.FromSeconds(second), second == 10, flags);
            monitor.Advance(TimeSpan.FromSeconds(second), moving: false, flags);
        }

        monitor.Finish(TimeSpan.FromSeconds(60), flags);

        Assert.Equal(["view.lost New", "view.lost Update", "view.lost End"], flags.Select(f => $"{f.Kind} {f.Phase}"));
        Assert.Equal("The patient left the view after 3 of 10 repetitions of squat and did not come back to finish the set.", flags[1].Explanation);
    }

    [Fact]
    public void One_hurried_repetition_is_no_flag_but_something_to_say_until_the_next_one()
    {
        var (monitor, flags) = AfterThree();
        Assert.Equal(FormRemark.None, monitor.Remark);

        monitor.Add(Rep(3, 95, seconds: 0.9), TimeSpan.FromSeconds(12), flags);
        Assert.Equal(FormRemark.TooFast, monitor.Remark);

        monitor.Add(Rep(4, 95), TimeSpan.FromSeconds(15), flags);
        Assert.Equal(FormRemark.None, monitor.Remark);
        Assert.Empty(flags);
    }

    [Fact]
    public void A_trunk_that_helps_comes_before_haste()
    {
        var (monitor, flags) = AfterThree();

        monitor.Add(Rep(3, 95, lean: 70, seconds: 0.9), TimeSpan.FromSeconds(12), flags);

        Assert.Equal(FormRemark.TrunkLeans, monitor.Remark);
    }

    [Fact]
    public void Leaving_between_sets_is_nothing()
    {
        var monitor = new ExerciseMonitor(Squats);
        var flags = new List<Flag>();
        for (var second = 0; second < 60; second++)
            monitor.See(TimeSpan.FromSeconds(second), second == 0, flags);

        Assert.Empty(flags);
    }

    private static (ExerciseMonitor Monitor, List<Flag> Flags) AfterThree()
    {
        var (monitor, flags) = (new ExerciseMonitor(Squats), new List<Flag>());
        for (var i = 0; i < 3; i++)
            monitor.Add(Rep(i, 95), TimeSpan.FromSeconds(3 * i), flags);
        return (monitor, flags);
    }

    private static List<Flag> Run(ExerciseLimits limits, Repetition[] repetitions)
    {
        var (monitor, flags) = (new ExerciseMonitor(limits), new List<Flag>());
        foreach (var repetition in repetitions)
            monitor.Add(repetition, repetition.End, flags);
        monitor.Finish(TimeSpan.FromSeconds(60), flags);
        return flags;
    }

    private static Repetition Rep(int index, double range, double? lean = 35, double seconds = 2)
    {
        var start = TimeSpan.FromSeconds(3 * index);
        var (peak, end) = (start + TimeSpan.FromSeconds(seconds / 2), start + TimeSpan.FromSeconds(seconds));
        return new Repetition(ExerciseKind.Squat, Side.Both, start, peak, end, range, range + 5, range, range, false, 0.9)
        {
            Form = new RepetitionForm(1, 0, 1, -1.6, lean, null, 0.9, 0),
        };
    }
}
