namespace PhysioEdge.Analysis.Activity;

/// <summary>Five seconds of a watch's motion.</summary>
/// <param name="StartsAt">When they began: a multiple of <see cref="ActivityMonitor.EpochSeconds"/> on the stream's time.</param>
/// <param name="IntensityMilliG">The mean acceleration beyond gravity (ENMO), mg, 0 or more; NaN when less than half of the samples came.</param>
/// <param name="Level">How active the wearer was; null when that is not known or nobody wears the watch.</param>
/// <param name="IsWorn">False once the watch has lain still for longer than a wearer holds still; true also when nothing is known.</param>
public readonly record struct ActivityEpoch(TimeSpan StartsAt, double IntensityMilliG, ActivityLevel? Level, bool IsWorn);
