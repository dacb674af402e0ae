using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Simulation.Motion;

/// <summary>When one repetition of a script begins, turns and ends.</summary>
internal readonly record struct RepetitionTimes(
    ScriptedExercise Exercise, Side Side, double StartSeconds, double PeakSeconds, double EndSeconds, double HoldSeconds, bool IsPartial);
