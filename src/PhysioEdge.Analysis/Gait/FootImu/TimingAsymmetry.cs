using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// Flags when the timing of left and right in a walk with sensors on both feet is no longer what it was in the wearer's own first 40 s.
/// </summary>
/// <remarks>
/// The rule is that of the insoles (<see cref="AsymmetryDetector"/>), on step and stance time. Inertial sensors do not tell what a foot
/// bears: its peak and impulse are the same on both sides here, and the alarm of the load stays silent.
/// </remarks>
public sealed class TimingAsymmetry
{
    private readonly AsymmetryDetector _detector = new();

    /// <summary>Takes in the next contact.</summary>
    /// <param name="contact">The contact, of either foot, in the order in which they are known; both feet on one line of time.</param>
    /// <param name="knownAt">When its toe-off was known.</param>
    /// <returns>The alarms that it raises, most often none; never any with one foot alone.</returns>
    public IReadOnlyList<Flag> Add(in FootContact contact, TimeSpan knownAt) => _detector.Add(new InsoleStep
    {
        Contact = contact,
        KnownAt = knownAt,
        PeakNewtons = 0,
        MeanNewtons = 0,
        ImpulseNewtonSeconds = 0,
        LoadedAt = contact.InitialContact,
        LoadedSeconds = contact.StanceSeconds,
        CentreOfPressure = null,
    });
}
