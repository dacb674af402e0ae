using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.TimedTests;

/// <summary>Notices the timed tests in a stream of frames and repetitions, without being told that one is taken.</summary>
public sealed class TimedTestWatch
{
    private readonly ChairStands _chair = new();
    private readonly UpAndGo _upAndGo = new();

    /// <summary>Takes in the next frame.</summary>
    /// <returns>The test that is over with it; null when none is.</returns>
    public TimedTestResult? Add(in AngleFrame frame) => _upAndGo.Add(frame);

    /// <summary>Takes in the next repetition.</summary>
    /// <returns>The test that is over with it; null when none is.</returns>
    public TimedTestResult? Add(Repetition repetition) => _chair.Add(repetition) ?? OneLegStands.Of(repetition);
}
