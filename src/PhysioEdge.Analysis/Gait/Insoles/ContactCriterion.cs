namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>At which force a foot is said to touch and to leave the floor: what initial contact and toe-off mean.</summary>
/// <remarks>
/// Sensors differ in what they read of a foot in the air. Load cells read next to nothing, so that the fixed 20 N of gait laboratories
/// serves them (Hreljac and Marshall, "Algorithms to determine event timing during normal walking using kinematic data", J Biomech 2000).
/// Elastic pressure cells in a shoe are slow to let go and are pressed by the shoe: there the force has to pass a share of what the wearer puts
/// on the foot at most. The shares were told from which samples a maker of such insoles counts to the stance of a grown-up:
/// 8 % when landing and 11.5 % when leaving of the usual peak, on the force smoothed over three samples, an event being the
/// first or last sample below. Both events lie on the force's steep flanks: 1 % more or less moves them by 2–3 ms.
/// </remarks>
public sealed record ContactCriterion
{
    /// <summary>Gets the criterion for cells that read force.</summary>
    public static ContactCriterion ForceCells { get; } = new() { LandingShare = 0, LeavingShare = 0, Smoothed = false };

    /// <summary>Gets the criterion for cells that read pressure in a shoe.</summary>
    public static ContactCriterion PressureCells { get; } = new() { LandingShare = 0.08, LeavingShare = 0.115, Smoothed = true };

    /// <summary>Gets the share of the usual peak force that is passed at initial contact, 0–1.</summary>
    public required double LandingShare { get; init; }

    /// <summary>Gets the share of the usual peak force that is passed at toe-off, 0–1.</summary>
    public required double LeavingShare { get; init; }

    /// <summary>Gets a value indicating whether the force is smoothed (¼, ½, ¼) and events are whole samples; else they are interpolated.</summary>
    public required bool Smoothed { get; init; }
}
