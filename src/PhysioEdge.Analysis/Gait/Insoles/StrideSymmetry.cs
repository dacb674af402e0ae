using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>How alike left and right were in one stride: symmetry indices in percent, positive when the right is larger.</summary>
/// <remarks>
/// A stride is three contacts in turn; the middle one is held against the mean of those around it, so that getting faster or slower is no asymmetry.
/// (Source: <see cref="Symmetry.IndexPercent"/>.)
/// </remarks>
public readonly record struct StrideSymmetry
{
    /// <summary>Gets the foot that begins and ends the stride.</summary>
    public required Side Side { get; init; }

    /// <summary>Gets the initial contact with which the stride begins.</summary>
    public required TimeSpan InitialContact { get; init; }

    /// <summary>Gets when the stride was known.</summary>
    public required TimeSpan KnownAt { get; init; }

    /// <summary>Gets from initial contact to the next of the same foot, s.</summary>
    public required double StrideTimeSeconds { get; init; }

    /// <summary>Gets the symmetry of the peak force, percent.</summary>
    public required double PeakPercent { get; init; }

    /// <summary>Gets the symmetry of the contact impulse, percent.</summary>
    public required double ImpulsePercent { get; init; }

    /// <summary>Gets the symmetry of the time that the feet are loaded, percent.</summary>
    public required double StancePercent { get; init; }

    /// <summary>Gets the symmetry of the step time, from loading to loading, percent.</summary>
    public required double StepTimePercent { get; init; }

    /// <summary>Compares the feet.</summary>
    /// <param name="before">A step.</param>
    /// <param name="middle">The next one, of the other foot.</param>
    /// <param name="after">The next one, of the first foot.</param>
    /// <returns>The symmetry; null when the steps do not follow one another as in walking.</returns>
    public static StrideSymmetry? Of(in InsoleStep before, in InsoleStep middle, in InsoleStep after)
    {
        var (first, second) = ((middle.LoadedAt - before.LoadedAt).TotalSeconds, (after.LoadedAt - middle.LoadedAt).TotalSeconds);
        if (before.Contact.Side != after.Contact.Side || before.Contact.Side == middle.Contact.Side || first <= 0 || second <= 0)
            return null;
        var sign = middle.Contact.Side == Side.Right ? 1 : -1;
        return new StrideSymmetry
        {
            Side = before.Contact.Side,
            InitialContact = before.Contact.InitialContact,
            KnownAt = after.KnownAt,
            StrideTimeSeconds = first + second,
            PeakPercent = sign * Index(before.PeakNewtons, middle.PeakNewtons, after.PeakNewtons),
            ImpulsePercent = sign * Index(before.ImpulseNewtonSeconds, middle.ImpulseNewtonSeconds, after.ImpulseNewtonSeconds),
            StancePercent = sign * Index(before.LoadedSeconds, middle.LoadedSeconds, after.LoadedSeconds),
            StepTimePercent = sign * Index(second, first, second),
        };
    }

    private static double Index(double before, double middle, double after) => Symmetry.IndexPercent((before + after) / 2, middle) ?? 0;
}
