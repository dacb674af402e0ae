using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>How the repetitions that were counted compare with those of motion capture. Errors are measured minus true, one per repetition found.</summary>
/// <param name="Reference">Repetitions there were.</param>
/// <param name="Counted">Whole repetitions counted.</param>
/// <param name="StartSeconds">Errors of the starts.</param>
/// <param name="PeakSeconds">Errors of the peaks.</param>
/// <param name="EndSeconds">Errors of the ends.</param>
/// <param name="PeakDegrees">Errors of the knee angle at the peak.</param>
internal sealed record RepetitionErrors(
    int Reference,
    int Counted,
    IReadOnlyList<double> StartSeconds,
    IReadOnlyList<double> PeakSeconds,
    IReadOnlyList<double> EndSeconds,
    IReadOnlyList<double> PeakDegrees)
{
    public int Missed => Reference - StartSeconds.Count;

    public int Extra => Counted - StartSeconds.Count;

    /// <summary>Compares; a repetition is found when the peak of one that was counted lies inside it.</summary>
    public static RepetitionErrors Of(IReadOnlyList<Repetition> counted, IReadOnlyList<ReferenceRepetition> reference)
    {
        var found = reference
            .Select(truth => (Truth: truth, Measured: counted.FirstOrDefault(r => Inside(r.Peak.TotalSeconds, truth))))
            .Where(pair => pair.Measured is not null)
            .Select(pair => (pair.Truth, Measured: pair.Measured!))
            .ToList();
        return new RepetitionErrors(
            reference.Count,
            counted.Count,
            [.. found.Select(p => p.Measured.Start.TotalSeconds - p.Truth.StartSeconds)],
            [.. found.Select(p => p.Measured.Peak.TotalSeconds - p.Truth.PeakSeconds)],
            [.. found.Select(p => p.Measured.End.TotalSeconds - p.Truth.EndSeconds)],
            [.. found.Select(p => p.Measured.PeakDegrees - p.Truth.PeakDegrees)]);
    }

    private static bool Inside(double seconds, ReferenceRepetition truth) => seconds >= truth.StartSeconds && seconds < truth.EndSeconds;
}
