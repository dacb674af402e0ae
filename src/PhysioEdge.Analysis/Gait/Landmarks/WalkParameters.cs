using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>The parameters of a walk in time and space, from the events found in landmarks.</summary>
/// <remarks>
/// Definitions as in <see cref="GaitParameters"/>. Deviation: each parameter is taken from the events that it needs instead of from
/// whole contacts, so that a short recording, which begins or ends in a contact, is made the most of. A step's length is the
/// distance of the heels at the initial contact along the facing (Perry and Burnfield, 2010), which treadmills allow too; a
/// stride's is that of its two steps. A last step that only brings the feet together is no step of the walk.
/// </remarks>
public sealed record WalkParameters
{
    private const double LongestStepSeconds = 2;
    private const double LongestStrideSeconds = 3;

    /// <summary>A last step that is shorter than this part of the usual one brings the feet together.</summary>
    private const double ClosingShare = 0.5;

    /// <summary>Gets the steps per minute while walking; null without steps.</summary>
    public double? CadenceStepsPerMinute { get; private init; }

    /// <summary>Gets the mean step time, s, of the foot that lands.</summary>
    public Sided StepTimeSeconds { get; private init; }

    /// <summary>Gets the mean stride time, s.</summary>
    public Sided StrideTimeSeconds { get; private init; }

    /// <summary>Gets the mean stance time, s.</summary>
    public Sided StanceSeconds { get; private init; }

    /// <summary>Gets the mean swing time, s.</summary>
    public Sided SwingSeconds { get; private init; }

    /// <summary>Gets the mean double support of a stride, s: the phase in which the left foot leaves and that in which the right one does.</summary>
    public double? DoubleSupportSeconds { get; private init; }

    /// <summary>Gets the mean step length, m, of the foot that lands.</summary>
    public Sided StepLengthMetres { get; private init; }

    /// <summary>Gets the mean stride length, m, of the strides that end with that foot's contact.</summary>
    public Sided StrideLengthMetres { get; private init; }

    /// <summary>Gets the mean speed, m/s; null without steps of both feet.</summary>
    public double? SpeedMetresPerSecond { get; private init; }

    /// <summary>Measures a walk.</summary>
    /// <param name="events">Its events, in any order.</param>
    /// <param name="lengthScale">What lengths are multiplied by, above 0; 1 when they are metric.</param>
    /// <returns>The parameters; what cannot be told from the events is null.</returns>
    public static WalkParameters Of(IEnumerable<StepEvent> events, double lengthScale = 1)
    {
        StepEvent[] ordered = [.. WithoutClosingSteps([.. events.OrderBy(e => e.Event.At)])];
        var (left, right) = (new Foot(ordered, Side.Left, lengthScale), new Foot(ordered, Side.Right, lengthScale));
        Sided Both(Func<Foot, List<double>> values) => new(Mean(values(left)), Mean(values(right)));
        List<double> steps = [.. left.StepTimes, .. right.StepTimes];
        List<double> lengths = [.. left.StepLengths, .. right.StepLengths];
        return new WalkParameters
        {
            CadenceStepsPerMinute = 60 / Mean(steps),
            StepTimeSeconds = Both(f => f.StepTimes),
            StrideTimeSeconds = Both(f => f.StrideTimes),
            StanceSeconds = Both(f => f.Stances),
            SwingSeconds = Both(f => f.Swings),
            DoubleSupportSeconds = Mean(left.Leavings) + Mean(right.Leavings),
            StepLengthMetres = Both(f => f.StepLengths),
            StrideLengthMetres = Both(f => f.StrideLengths),
            SpeedMetresPerSecond = Mean(lengths) / Mean(steps),
        };
    }

    private static IEnumerable<StepEvent> WithoutClosingSteps(StepEvent[] ordered)
    {
        StepEvent[] contacts = [.. ordered.Where(e => e.Event.Kind == GaitEventKind.InitialContact)];
        double[] lengths = [.. contacts.Select(e => e.StepLengthMetres).Order()];
        var closing = contacts.Where((contact, i) => contact.StepLengthMetres < ClosingShare * lengths[lengths.Length / 2]
            && !(i + 1 < contacts.Length && (contacts[i + 1].Event.At - contact.Event.At).TotalSeconds <= LongestStepSeconds)).ToHashSet();
        return ordered.Where(e => !closing.Contains(e));
    }

    private static double? Mean(List<double> values) => values.Count > 0 ? values.Average() : null;

    /// <summary>What one foot did.</summary>
    private sealed class Foot
    {
        private readonly StepEvent[] _events;

        public Foot(StepEvent[] events, Side side, double lengthScale)
        {
            _events = events;
            for (var i = 0; i < events.Length; i++)
            {
                if (events[i].Event.Side != side)
                    continue;
                if (events[i].Event.Kind == GaitEventKind.InitialContact)
                    AddContact(i, side, lengthScale);
                else
                    AddToeOff(i, side);
            }
        }

        public List<double> StepTimes { get; } = [];

        public List<double> StrideTimes { get; } = [];

        public List<double> Stances { get; } = [];

        public List<double> Swings { get; } = [];

        /// <summary>Gets from the other foot's contact to this one's toe-off.</summary>
        public List<double> Leavings { get; } = [];

        public List<double> StepLengths { get; } = [];

        public List<double> StrideLengths { get; } = [];

        private void AddContact(int i, Side side, double scale)
        {
            var contact = _events[i];
            var stride = Before(i, side, GaitEventKind.InitialContact, LongestStrideSeconds);
            var step = Before(i, Other(side), GaitEventKind.InitialContact, LongestStepSeconds);
            Add(Swings, Before(i, side, GaitEventKind.ToeOff, LongestStepSeconds), contact);
            if (step is not { } other || (stride is { } own && own.Event.At > other.Event.At))
                return;
            Add(StepTimes, step, contact);
            StepLengths.Add(contact.StepLengthMetres * scale);
            if (stride is null)
                return;
            Add(StrideTimes, stride, contact);
            StrideLengths.Add((contact.StepLengthMetres + other.StepLengthMetres) * scale);
        }

        private void AddToeOff(int i, Side side)
        {
            var toeOff = _events[i];
            var landed = Before(i, side, GaitEventKind.InitialContact, LongestStrideSeconds);
            var other = Before(i, Other(side), GaitEventKind.InitialContact, LongestStepSeconds);
            Add(Stances, landed, toeOff);
            if (landed is null || other?.Event.At > landed?.Event.At)
                Add(Leavings, other, toeOff);
        }

        private static void Add(List<double> values, StepEvent? from, in StepEvent to)
        {
            if (from is { } begin)
                values.Add((to.Event.At - begin.Event.At).TotalSeconds);
        }

        private static Side Other(Side side) => side == Side.Left ? Side.Right : Side.Left;

        private StepEvent? Before(int i, Side side, GaitEventKind kind, double longestSeconds)
        {
            for (var j = i - 1; j >= 0 && (_events[i].Event.At - _events[j].Event.At).TotalSeconds <= longestSeconds; j--)
            {
                if (_events[j].Event.Side == side && _events[j].Event.Kind == kind)
                    return _events[j];
            }

            return null;
        }
    }
}
