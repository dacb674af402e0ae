using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Pain;

/// <summary>Flags pain that the patient rates at or above the plan's limit; for one session.</summary>
/// <remarks>
/// The score is the numeric rating scale, 0 no pain to 10 the worst imaginable (LOINC 72514-3). From 7 on pain is commonly called severe.
/// The problem is over when the pain has fallen below the limit and by two points from its worst, the least change that patients
/// call an improvement (Farrar et al., "Clinical importance of changes in chronic pain intensity measured on an 11-point numerical
/// pain rating scale", Pain 2001).
/// </remarks>
/// <param name="limit">The score from which on it is flagged, 1–10.</param>
public sealed class PainDetector(int limit)
{
    /// <summary>The lowest score.</summary>
    public const int None = 0;

    /// <summary>The highest score.</summary>
    public const int Worst = 10;

    private const int Severe = 7;
    private const int Change = 2;

    private readonly Problem _problem = new(null, "pain");
    private readonly List<(int, double)> _scores = [];
    private int _worst;

    /// <summary>Takes in a score.</summary>
    /// <param name="at">When it was given.</param>
    /// <param name="score">The score, 0–10.</param>
    /// <param name="exercise">The exercise under way; null between exercises.</param>
    /// <returns>A flag; null when there is nothing to say.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The score is not 0–10.</exception>
    public Flag? Add(TimeSpan at, int score, ExerciseKind? exercise)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, None);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, Worst);
        _scores.Add((_scores.Count + 1, score));
        if (!_problem.IsOpen)
            return score >= limit ? Begin(at, score, exercise) : null;
        if (score > _worst)
            return With(_problem.Revise(at, Verdict(_worst = score, Given(score))), exercise);
        return score < limit && score <= _worst - Change
            ? With(_problem.End(at, Verdict(score, string.Create(CultureInfo.InvariantCulture, $"The patient's pain has fallen to {score} of 10; it had been {_worst}."))), exercise)
            : null;
    }

    private Flag Begin(TimeSpan at, int score, ExerciseKind? exercise)
        => With(_problem.Open("pain.high", "pain-limit/1", at, at, Verdict(_worst = score, Given(score))), exercise);

    private static Flag With(Flag flag, ExerciseKind? exercise) => flag with { Exercise = exercise };

    private string Given(int score) => string.Create(CultureInfo.InvariantCulture, $"The patient rates the pain {score} of 10 (to be told from {limit} on).");

    private Verdict Verdict(int score, string explanation) => new(
        score >= Severe ? FlagSeverity.Moderate : FlagSeverity.Minor,
        Side.Both,
        new FlagMeasure("pain-score", score, "{score}", null, limit, 1),
        [.. _scores],
        explanation);
}
