namespace PhysioEdge.Analysis.Signals;

/// <summary>The values of one minute.</summary>
/// <param name="Minute">When the minute began.</param>
/// <param name="Count">How many values there were, at least 1.</param>
/// <param name="Mean">Their mean, in their unit.</param>
/// <param name="Least">The smallest of them.</param>
/// <param name="Most">The largest of them.</param>
public readonly record struct MinuteSummary(DateTimeOffset Minute, int Count, double Mean, double Least, double Most);
