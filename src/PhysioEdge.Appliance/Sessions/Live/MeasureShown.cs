using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>The one measure of an exercise that a screen shows against its target.</summary>
internal static class MeasureShown
{
    /// <summary>The range where it is prescribed, else what is; null when nothing is.</summary>
    public static MeasureLimit? Of(ExerciseLimits limits)
    {
        MeasureLimit? shown = null;
        for (var i = 0; i < limits.Measures.Count; i++)
        {
            if (shown is null || limits.Measures[i].Measure == RepetitionMeasure.Range)
                shown = limits.Measures[i];
        }

        return shown;
    }

    /// <summary>What it is now; the range travelled where nothing is prescribed.</summary>
    public static double ValueOf(in RepetitionProgress progress, MeasureLimit? measure) => measure?.Measure switch
    {
        RepetitionMeasure.Peak => progress.AngleDegrees,
        RepetitionMeasure.Hold => progress.HoldSeconds,
        _ => progress.ExcursionDegrees,
    };

    /// <summary>What it was in a repetition; null when it was not measured.</summary>
    public static double? ValueOf(Repetition repetition, MeasureLimit? measure) => measure?.Measure switch
    {
        RepetitionMeasure.Peak => repetition.PeakDegrees,
        RepetitionMeasure.Hold => repetition.Form?.HoldSeconds,
        _ => repetition.RangeDegrees,
    };

    /// <summary>Whether a whole repetition reached the target, compared as it is shown.</summary>
    public static bool Reaches(Repetition repetition, MeasureLimit? measure)
        => !repetition.Partial && (measure is null || Math.Round(ValueOf(repetition, measure) ?? 0) >= measure.Target);
}
