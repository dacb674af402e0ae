using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.TimedTests;

/// <summary>What came of a timed test.</summary>
/// <param name="Test">The test.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Result">The result: seconds, or for the chair stand the number of stands.</param>
public sealed record TimedTestResult(TimedTest Test, TimeSpan Start, TimeSpan End, double Result)
{
    /// <summary>Gets the leg that was stood on; both for tests of both legs.</summary>
    public Side Side { get; init; } = Side.Both;

    /// <summary>Gets what there is to say against it; empty when it was done as it should be.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Gets the parts of it with their times, s, in order; empty where it has none.</summary>
    public IReadOnlyList<TestPhase> Phases { get; init; } = [];

    /// <summary>Gets a value indicating whether it was done as it should be.</summary>
    public bool IsValid => Remarks.Count == 0;
}

/// <summary>A part of a test.</summary>
/// <param name="Name">What is done in it.</param>
/// <param name="Seconds">How long it took, s.</param>
public readonly record struct TestPhase(string Name, double Seconds);
