namespace PhysioEdge.Analysis.Exercises;

/// <summary>How like the patient's own good repetitions one was.</summary>
/// <param name="Points">0 (nothing like them) to 100 (as they were).</param>
/// <param name="Reason">What was most unlike them, in words; null when nothing was.</param>
public readonly record struct FormScore(int Points, string? Reason);
