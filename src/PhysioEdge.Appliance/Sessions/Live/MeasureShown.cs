using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

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

    /// <summary>What the joint that is shown may well be off by, degrees: of two sides that move alike, the surer one's; null when nothing says so.</summary>
    public static double? UncertaintyOf(in AngleFrame angles, ExerciseLimits limits)
    {
        var exercise = ExerciseDefinition.Of(limits.Exercise);
        var (left, right) = (angles.Angles[exercise.LeftAngle].UncertaintyDegrees, angles.Angles[exercise.RightAngle].UncertaintyDegrees);
        return limits.Side switch { Side.Left => left, Side.Right => right, _ => left < right ? left : right };
    }

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
