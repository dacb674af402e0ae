using System.Globalization;
using System.Text.Json;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.TimedTests;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Sessions.Coaching;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>What a screen shows beside the figure: made anew only when something of it has changed.</summary>
internal sealed class ExerciseBoard(IReadOnlyList<ExerciseLimits> plan, IReadOnlyList<TimedTestResult> tests)
{
    private const int MostRepetitions = 12;
    private const int MostTests = 5;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private (Session? Session, ExerciseLimits? Limits, int Ended, int Current, int Total, int Tests) _shown;

    /// <summary>The message, if it is another than the last; else null.</summary>
    public byte[]? Update(ShownExercise shown, Session? session)
    {
        var monitor = shown.Monitor;
        var now = (session, (ExerciseLimits?)shown.Limits, monitor?.EndedSets ?? 0, monitor?.CurrentSet.Count ?? 0, session?.Repetitions.Count ?? 0, tests.Count);
        if (now == _shown)
            return null;
        _shown = now;
        return JsonSerializer.SerializeToUtf8Bytes(Describe(shown, session), Json);
    }

    private object Describe(ShownExercise shown, Session? session)
    {
        var (limits, monitor) = (shown.Limits, shown.Monitor);
        var measure = MeasureShown.Of(limits);
        return new
        {
            Exercise = ExerciseDefinition.Of(limits.Exercise).Name,
            Title = PatientWords.TitleOf(limits.Exercise),
            Side = PatientWords.SideOf(limits.Side),
            Set = Math.Min((monitor?.EndedSets ?? 0) + (shown.IsAllDone && !shown.IsSetDone ? 0 : 1), limits.Sets),
            limits.Sets,
            Count = monitor is null ? 0 : ShownExercise.Whole(monitor),
            Of = limits.RepetitionsPerSet,
            Finished = shown.IsAllDone,
            Measure = PatientWords.MeasureOf(limits.Exercise),
            Unit = measure?.Unit == "s" ? "s" : "°",
            measure?.Target,
            measure?.Limit,
            Joint = JointOf(limits.Exercise),
            Plan = plan.Select((l, i) => new
            {
                Title = PatientWords.TitleOf(l.Exercise),
                Side = PatientWords.SideOf(l.Side),
                l.Sets,
                Reps = l.RepetitionsPerSet,
                Ended = session?.Monitors[i].EndedSets ?? 0,
                Done = session is not null && ShownExercise.IsFinished(session.Monitors[i]),
                Shown = l == limits,
            }),
            Tests = tests.Reverse().Take(MostTests).Select(Describe),
            Repetitions = Numbered(session?.Repetitions.Where(r => monitor?.Concerns(r) == true) ?? []).TakeLast(MostRepetitions).Select(r => Describe(r.Number, r.Repetition, measure)),
        };
    }

    /// <summary>Whole repetitions have the numbers by which flags call them; attempts have none.</summary>
    private static IEnumerable<(int? Number, Repetition Repetition)> Numbered(IEnumerable<Repetition> repetitions)
    {
        var whole = 0;
        foreach (var repetition in repetitions)
            yield return (repetition.Partial ? null : ++whole, repetition);
    }

    private static object Describe(int? number, Repetition repetition, MeasureLimit? measure)
    {
        var value = MeasureShown.ValueOf(repetition, measure);
        return new
        {
            Number = number,
            Value = value is null ? (double?)null : Math.Round(value.Value),
            Reached = MeasureShown.Reaches(repetition, measure),
            OutS = Math.Round(repetition.OutwardDuration.TotalSeconds, 1),
            BackS = Math.Round(repetition.ReturnDuration.TotalSeconds, 1),
            repetition.Partial,
            Form = repetition.Score?.Points,
            Why = repetition.Score?.Reason,
        };
    }

    private static object Describe(TimedTestResult test) => new
    {
        Title = PatientWords.TitleOf(test.Test, test.Side),
        Result = Math.Round(test.Result, 1),
        Unit = TimedTestEntry.UnitOf(test.Test),
        test.Remarks,
        Beyond = CutOff.Of(test.Test).Where(limit => limit.IsBeyond(test.Result)).Select(limit => string.Create(
            CultureInfo.InvariantCulture, $"{(limit.MoreIsWorse ? "over" : "under")} {limit.Limit} {TimedTestEntry.UnitOf(test.Test)}: {limit.Meaning} ({limit.Source})")),
    };

    private static string JointOf(ExerciseKind exercise) => ExerciseDefinition.Of(exercise).LeftAngle switch
    {
        JointAngle.ShoulderLeft => "shoulder",
        JointAngle.HipLeft => "hip",
        _ => "knee",
    };
}
