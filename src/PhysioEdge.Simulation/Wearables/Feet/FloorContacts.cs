using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>
/// When each foot of a script is on the floor: by the planned footprints of its walks, and elsewhere by whether heel or toes touch.
/// </summary>
internal sealed class FloorContacts
{
    /// <summary>When the weight goes from foot to foot without a stop: longer than any double support of walking.</summary>
    private const double LongestExchange = 0.4;

    /// <summary>A foot lifted from standing is eased, and one put down loaded, about so slowly.</summary>
    private const double UsualEasing = 0.3;
    private const double UsualLoading = 0.15;

    /// <summary>The toes of a foot that is lifted may graze the floor once more.</summary>
    private const double ShortestTouch = 0.15;

    private readonly Stance[] _left;
    private readonly Stance[] _right;

    public FloorContacts(MotionScript script)
    {
        var (left, right) = (AirTimes(script, Side.Left), AirTimes(script, Side.Right));
        (_left, _right) = (Stances(left, right), Stances(right, left));
    }

    public IReadOnlyList<Stance> Of(Side side) => side == Side.Left ? _left : _right;

    /// <summary>The stance at a time; null in the air.</summary>
    public Stance? At(Side side, double seconds)
    {
        var stances = side == Side.Left ? _left : _right;
        var (low, high) = (0, stances.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stances[middle].To > seconds ? (low, middle) : (middle + 1, high);
        }

        return stances[low].From <= seconds ? stances[low] : null;
    }

    private static List<AirTime> AirTimes(MotionScript script, Side side)
    {
        var steps = script.Steps.Where(s => s.Side == side).Select(s => new AirTime(s.ToeOff.TotalSeconds, s.InitialContact.TotalSeconds, true));
        var walks = Walks(script);
        var lifts = new FootLifts(script, side).Find().Where(lift => !walks.Any(walk => lift.From < walk.To && lift.To > walk.From));
        return Joined(steps.Concat(lifts).OrderBy(air => air.From));
    }

    private static List<AirTime> Joined(IEnumerable<AirTime> airTimes)
    {
        var joined = new List<AirTime>();
        foreach (var air in airTimes)
        {
            if (joined.Count > 0 && air.From - joined[^1].To < ShortestTouch)
                joined[^1] = joined[^1] with { To = air.To };
            else
                joined.Add(air);
        }

        return joined;
    }

    /// <summary>From the first toe-off to the last contact of steps that follow one another.</summary>
    private static List<AirTime> Walks(MotionScript script)
    {
        var walks = new List<AirTime>();
        foreach (var step in script.Steps)
        {
            var (from, to) = (step.ToeOff.TotalSeconds, step.InitialContact.TotalSeconds);
            if (walks.Count > 0 && from - walks[^1].To < LongestExchange)
                walks[^1] = walks[^1] with { To = to };
            else
                walks.Add(new AirTime(from, to, true));
        }

        return walks;
    }

    private static Stance[] Stances(List<AirTime> own, List<AirTime> other)
    {
        var stances = new Stance[own.Count + 1];
        for (var i = 0; i <= own.Count; i++)
        {
            var stance = new Stance(
                i == 0 ? double.NegativeInfinity : own[i - 1].To,
                i == own.Count ? double.PositiveInfinity : own[i].From,
                i > 0 && own[i - 1].IsStep,
                i < own.Count && own[i].IsStep);
            stances[i] = stance with { LoadingSeconds = Loading(stance, other), EasingSeconds = Easing(stance, other) };
        }

        return stances;
    }

    /// <summary>Until the other foot leaves, if it leaves soon.</summary>
    private static double Loading(Stance stance, List<AirTime> other)
    {
        var next = other.Find(air => air.From > stance.From);
        return next.From - stance.From is > 0 and < LongestExchange and var exchange ? exchange : UsualLoading;
    }

    /// <summary>Since the other foot landed, if that was just now.</summary>
    private static double Easing(Stance stance, List<AirTime> other)
    {
        var last = other.FindLast(air => air.To < stance.To);
        return stance.To - last.To is > 0 and < LongestExchange and var exchange ? exchange : UsualEasing;
    }
}
