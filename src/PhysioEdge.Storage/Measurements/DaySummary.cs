namespace PhysioEdge.Storage.Measurements;

/// <summary>One measure on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">How many values there were, at least 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Least">The smallest of them.</param>
/// <param name="Most">The largest of them.</param>
public readonly record struct DaySummary(DateOnly Day, long Count, double Mean, double Least, double Most);
