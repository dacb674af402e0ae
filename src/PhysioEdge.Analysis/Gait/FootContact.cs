using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait;

/// <summary>One contact of a foot with the floor.</summary>
/// <param name="Side">The foot.</param>
/// <param name="InitialContact">When it touched the floor.</param>
/// <param name="ToeOff">When it left the floor, after <paramref name="InitialContact"/>.</param>
public readonly record struct FootContact(Side Side, TimeSpan InitialContact, TimeSpan ToeOff)
{
    /// <summary>Gets the time on the floor, s, above 0.</summary>
    public double StanceSeconds => (ToeOff - InitialContact).TotalSeconds;
}

/// <summary>What happens to a foot in gait.</summary>
public enum GaitEventKind
{
    /// <summary>The foot touches the floor (IC).</summary>
    InitialContact,

    /// <summary>The foot leaves the floor (TO).</summary>
    ToeOff,
}

/// <summary>One event of gait.</summary>
/// <param name="Side">The foot.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="KnownAt">The stream time at which it was known, not before <paramref name="At"/>.</param>
public readonly record struct GaitEvent(Side Side, GaitEventKind Kind, TimeSpan At, TimeSpan KnownAt);
