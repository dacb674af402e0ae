using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>
/// Finds the steps of walking. At each step one foot is well in front of the other and is the lower one, because the heel of the
/// one behind has risen; a knee lifted on the spot brings its foot forward too, but high. Where it is known how likely each foot swings, its swing is
/// the same step, also where it is too short to bring the foot well in front.
/// </summary>
/// <remarks>
/// Walking is three steps, left and right in turn, none longer than <see cref="LongestStep"/> (a very slow 40 steps a minute;
/// 100–120 are usual). It is over when no step has come for that time and a half.
/// </remarks>
internal sealed class StepDetector
{
    private const double CutoffHz = 4;
    private const double LeastStepLengths = 0.22;
    private const double MostLiftLengths = 0.1;

    /// <summary>No foot swings so high in walking: the knee is lifted on the spot.</summary>
    private const double HighLiftLengths = 0.25;

    private const float Swings = 0.75f;
    private const float Stands = 0.4f;
    private const int StepsToKnow = 3;

    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1.5);

    private readonly CausalLowPass _ahead = new(CutoffHz);
    private readonly CausalLowPass _higher = new(CutoffHz);
    private TimeSpan _lastStep;
    private int _leading;
    private int _inARow;
    private bool _leftSwings;
    private bool _rightSwings;

    public bool IsWalking(TimeSpan now) => _inARow >= StepsToKnow && now - _lastStep <= 1.5 * LongestStep;

    /// <summary>Takes in how the body stands.</summary>
    public void Add(TimeSpan at, in BodyPosture posture)
    {
        var ahead = _ahead.Apply(at, posture.LeftFootAhead);
        var higher = _higher.Apply(at, posture.LeftFootHigher);
        var leading = Math.Sign(ahead);
        if (Math.Abs(ahead) >= LeastStepLengths && leading * higher <= MostLiftLengths)
            Step(at, leading);
    }

    /// <summary>Takes in how the body stands and how likely each foot swings.</summary>
    public void Add(TimeSpan at, in BodyPosture posture, FootSwing swing)
    {
        if (Math.Abs(posture.LeftFootHigher) > HighLiftLengths)
            _inARow = 0;
        Add(at, posture);
        if (Begins(ref _leftSwings, swing.Left))
            Step(at, 1);
        if (Begins(ref _rightSwings, swing.Right))
            Step(at, -1);
    }

    public void Reset()
    {
        (_leading, _inARow, _leftSwings, _rightSwings) = (0, 0, false, false);
        _ahead.Reset();
        _higher.Reset();
    }

    private static bool Begins(ref bool swings, float probability)
    {
        var begins = !swings && probability >= Swings;
        swings = probability >= (swings ? Stands : Swings);
        return begins;
    }

    private void Step(TimeSpan at, int leading)
    {
        if (leading == _leading)
            return;
        _inARow = at - _lastStep <= LongestStep ? _inARow + 1 : 1;
        (_leading, _lastStep) = (leading, at);
    }
}
