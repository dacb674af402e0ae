namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Finds turns where no motion was measured: a break of the rhythm in the middle of steady walking, without standing still.</summary>
/// <remarks>
/// Strides change their duration in turns and are steady before and after (<see cref="SteadyStrides"/>); starts and stops have steady walking on one side only.
/// A shift of the rhythm that is no turn, as round an obstacle, is told as one: the angle is not known. No turn takes longer than 10 s (as in <see cref="TurnDetector"/>).
/// </remarks>
internal sealed class RhythmTurnDetector
{
    private const int SteadyBefore = 3;

    /// <summary>Every contact belongs to that many strides of either foot, so that one that is off is seen in each.</summary>
    private const int FewestUnsteady = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private TimeSpan _start;
    private TimeSpan _end;
    private int _steady;
    private int _unsteady;

    /// <summary>Takes in the next stride of either foot, or what stands in its place when the feet did not alternate.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="to">Its end.</param>
    /// <param name="isSteady">Whether it is of steady walking.</param>
    /// <returns>The turn that is over, when there is one.</returns>
    public Turn? Add(TimeSpan from, TimeSpan to, bool isSteady)
    {
        if (isSteady)
            return Steady();
        if (_unsteady == 0)
            _start = from;
        if (_steady < SteadyBefore || to - _start > Longest)
        {
            Reset();
            return null;
        }

        (_unsteady, _end) = (_unsteady + 1, to);
        return null;
    }

    /// <summary>The patient stood still, or the direction is known from the motion.</summary>
    public void Reset() => (_steady, _unsteady) = (0, 0);

    private Turn? Steady()
    {
        Turn? turn = _unsteady >= FewestUnsteady ? new Turn(_start, _end, null) : null;
        _steady = _unsteady > 0 ? 1 + SteadyBefore : _steady + 1;
        _unsteady = 0;
        return turn;
    }
}
