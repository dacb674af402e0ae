using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>
/// A walk that spares one leg: it stands shorter on it, bends its knee less in the swing and lifts that hip for it, and leans
/// over it while it bears the weight.
/// </summary>
/// <param name="SoreSide">The leg spared, left or right.</param>
/// <param name="Severity">From 0 = none to 1 = as much as one can walk with.</param>
public sealed record Limp(Side SoreSide, float Severity = 0.6f);
