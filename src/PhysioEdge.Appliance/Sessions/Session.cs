using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>One visit or home workout: from the first repetition until nothing happened for long.</summary>
/// <param name="Id">Its identifier, for example <c>s-01J9…</c>.</param>
/// <param name="Monitors">What is prescribed, each with its sets and detectors; empty without a care plan.</param>
internal sealed record Session(string Id, IReadOnlyList<ExerciseMonitor> Monitors)
{
    /// <summary>Gets or sets when the last repetition ended.</summary>
    public TimeSpan LastActivity { get; set; }

    /// <summary>Gets the whole and partial repetitions so far, in order.</summary>
    public List<Repetition> Repetitions { get; } = [];
}
