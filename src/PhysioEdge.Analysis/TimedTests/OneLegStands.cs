using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.TimedTests;

/// <summary>Takes the single-leg stance: from the foot's leaving the floor to its coming back, up to 45 s (Springer et al., "Normative values for the unipedal stance test with eyes open and closed", J Geriatr Phys Ther 2007).</summary>
public static class OneLegStands
{
    private const double LongestSeconds = 45;

    /// <summary>Less is a step, not a stance.</summary>
    private const double ShortestSeconds = 1;

    /// <summary>The test that a repetition is; null when it is none.</summary>
    public static TimedTestResult? Of(Repetition repetition)
    {
        ArgumentNullException.ThrowIfNull(repetition);
        var seconds = (repetition.End - repetition.Start).TotalSeconds;
        return repetition.Exercise == ExerciseKind.SingleLegStance && seconds >= ShortestSeconds
            ? new TimedTestResult(TimedTest.SingleLegStance, repetition.Start, repetition.End, Math.Min(seconds, LongestSeconds)) { Side = repetition.Side }
            : null;
    }
}
