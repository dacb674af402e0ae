using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Contracts.CarePlans;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>Puts a care plan in the terms of the detectors, which do not know where a limit comes from.</summary>
internal static class PlanLimits
{
    public static IReadOnlyList<ExerciseLimits> Of(CarePlan plan) => [.. plan.Exercises.Select(Of)];

    private static ExerciseLimits Of(PrescribedExercise prescribed) => new(
        ExerciseDefinition.Named(prescribed.Exercise)!.Kind,
        Enum.Parse<Side>(prescribed.Side.ToString()),
        prescribed.Sets,
        prescribed.Reps,
        TimeSpan.FromSeconds(prescribed.MaxPauseSeconds),
        [.. prescribed.Measures.Select(m => new MeasureLimit(m.Code, NameOf(m.Code), KindOf(m.Code), m.Target, m.Limit))])
    {
        Watched = RangeWithoutTarget(prescribed),
        MaxTrunkLeanDegrees = prescribed.MaxTrunkLeanDegrees,
        ShortestRepetition = prescribed.MinRepetitionSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    private static WatchedRange? RangeWithoutTarget(PrescribedExercise prescribed)
        => prescribed.Measures.Any(m => KindOf(m.Code) == RepetitionMeasure.Range)
            || Measures.Of(prescribed.Exercise).FirstOrDefault(m => KindOf(m.Code) == RepetitionMeasure.Range) is not { } range
                ? null
                : new WatchedRange(range.Code, NameOf(range.Code));

    private static RepetitionMeasure KindOf(string code)
        => code[(code.LastIndexOf('-') + 1)..] switch
        {
            "peak" => RepetitionMeasure.Peak,
            "time" => RepetitionMeasure.Hold,
            _ => RepetitionMeasure.Range,
        };

    /// <summary>What the measure is called in a sentence: <c>knee-flexion-rom</c> is knee flexion.</summary>
    private static string NameOf(string code) => code[..code.LastIndexOf('-')].Replace('-', ' ');
}
