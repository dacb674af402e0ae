using System.Globalization;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>Flags repetitions done faster than the plan or, without a limit, than is usually taught.</summary>
/// <remarks>
/// Moderate tempo is 1–2 s out and 1–2 s back (American College of Sports Medicine, "Progression models in resistance training for
/// healthy adults", Med Sci Sports Exerc 2009). A smooth movement of 1 s each way is seen for 1.2–1.6 s, because the first and last
/// twentieth of the way are not, nor the lean before the knees stretch. Marching and standing on one leg have no such tempo, and
/// how long a shank took that swings towards the camera is not known well enough: there only the plan's limit counts.
/// </remarks>
internal sealed class TempoDetector(ExerciseLimits limits) : FormDetector(limits, "tempo.fast", "tempo/1")
{
    private const double UsuallyTaughtSeconds = 1.2;

    /// <summary>A third faster than allowed is grave.</summary>
    private const double GraveShare = 1.0 / 3;


    private double? LimitSeconds => Limits.ShortestRepetition?.TotalSeconds
        ?? (Limits.Exercise is ExerciseKind.Squat or ExerciseKind.SitToStand or ExerciseKind.ShoulderAbduction ? UsuallyTaughtSeconds : null);

    protected override Finding? Judge(Repetition repetition, int number)
    {
        if (LimitSeconds is not { } limit)
            return null;
        var seconds = Math.Round((repetition.End - repetition.Start).TotalSeconds, 1);
        return new Finding(
            number, repetition.Start, repetition.Side, "repetition-time", seconds, "s", limit, null, (limit - seconds) / (GraveShare * limit), repetition.Quality);
    }

    protected override string Sentence(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"Repetition {finding.Repetition} of {ExerciseName} took {finding.Value:F1} s, too fast (at least {finding.Limit:F1} s).");

    protected override string LastWord(Finding worst, int count, int of) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count} of {of} repetitions of {ExerciseName} were too fast, the fastest {worst.Value:F1} s in repetition {worst.Repetition} (at least {worst.Limit:F1} s).");
}
