using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>
/// Finds the steps of walking. At each step one foot is well in front of the other and is the lower one, because the heel of the
/// one behind has risen; a knee lifted on the spot brings its foot forward too, but high.
/// </summary>
/// <remarks>
/// Walking is three steps, left and right in turn, none longer than <see cref="LongestStep"/> (a very slow 55 steps a minute;
/// 100–120 are usual). It is over when no step has come for that time and a half.
/// </remarks>
internal sealed class StepDetector
{
    private const double CutoffHz = 4;
    private const double LeastStepLengths = 0.22;
    private const double MostLiftLengths = 0.1;
    private const int StepsToKnow = 3;

    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1.1);

    private readonly CausalLowPass _ahead = new(CutoffHz);
    private readonly CausalLowPass _higher = new(CutoffHz);
    private TimeSpan _lastStep;
    private int _leading;
    private int _inARow;

    public bool IsWalking(TimeSpan now) => _inARow >= StepsToKnow && now - _lastStep <= 1.5 * LongestStep;

    public void Add(TimeSpan at, in BodyPosture posture)
    {
        var ahead = _ahead.Apply(at, posture.LeftFootAhead);
        var higher = _higher.Apply(at, posture.LeftFootHigher);
        var leading = Math.Sign(ahead);
        if (leading == _leading || Math.Abs(ahead) < LeastStepLengths || leading * higher > MostLiftLengths)
            return;

        _inARow = at - _lastStep <= LongestStep ? _inARow + 1 : 1;
        (_leading, _lastStep) = (leading, at);
    }

    public void Reset()
    {
        (_leading, _inARow) = (0, 0);
        _ahead.Reset();
        _higher.Reset();
    }
}
