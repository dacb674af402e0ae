using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Wearables.Streams;

/// <summary>One sample of an insole, with the time it happened.</summary>
/// <param name="CapturedAt">When it was taken, on the box's monotonic clock.</param>
/// <param name="Load">The force and where it acts.</param>
/// <param name="Sample">What each cell, and the motion sensor if there is one, read.</param>
public readonly record struct InsoleFrame(TimeSpan CapturedAt, FootLoad Load, InsoleSample Sample);
