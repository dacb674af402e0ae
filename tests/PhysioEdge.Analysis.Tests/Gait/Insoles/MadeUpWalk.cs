using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

/// <summary>A made-up recording of two insoles: each contact is a force with two humps, loaded and unloaded in a tenth of the stance each.</summary>
internal sealed class MadeUpWalk
{
    private readonly List<(double From, double To, double Newtons)> _left = [];
    private readonly List<(double From, double To, double Newtons)> _right = [];

    public double RateHz { get; init; } = 100;

    /// <summary>What the insoles read of a foot in the air, N.</summary>
    public double UnloadedNewtons { get; init; }

    /// <summary>How a foot moves at a time; null when no motion is measured.</summary>
    public Func<Side, double, FootMotion>? Motion { get; init; }

    public double Seconds { get; private set; }

    /// <summary>Both feet bear half of the weight, without a step.</summary>
    public MadeUpWalk Stand(double seconds, double newtons = 400)
    {
        _left.Add((Seconds - 0.2, Seconds + seconds, newtons));
        _right.Add((Seconds - 0.2, Seconds + seconds, newtons));
        Seconds += seconds;
        return this;
    }

    /// <summary>Walks on.</summary>
    /// <param name="strides">How many strides.</param>
    /// <param name="left">The peak of the left foot, N.</param>
    /// <param name="right">The peak of the right foot, N.</param>
    /// <param name="step">The time of the step onto the right foot, of a stride of 1.1 s.</param>
    /// <param name="scatter">The standard deviation of what differs from step to step, as a share.</param>
    public MadeUpWalk Walk(int strides, double left = 900, double right = 900, double step = 0.55, double scatter = 0)
    {
        var random = new Random(strides);
        for (var i = 0; i < strides; i++)
        {
            _left.Add((Seconds, Seconds + 0.66 + Noise(0.3), left * (1 + Noise(1))));
            _right.Add((Seconds + step + Noise(0.3), Seconds + step + 0.66 + Noise(0.3), right * (1 + Noise(1))));
            Seconds += 1.1;
        }

        return this;

        double Noise(double of) => of * scatter * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
    }

    /// <summary>One stride that takes longer, as on the spot of a turn.</summary>
    public MadeUpWalk Turn(double seconds)
    {
        _left.Add((Seconds, Seconds + (0.6 * seconds), 900));
        _right.Add((Seconds + (seconds / 2), Seconds + (1.1 * seconds), 900));
        Seconds += seconds;
        return this;
    }

    public MadeUpWalk Add(Side side, double from, double to, double newtons)
    {
        (side == Side.Left ? _left : _right).Add((from, to, newtons));
        return this;
    }

    public Found Measure(
        ContactCriterion? criterion = null, double until = double.PositiveInfinity, Func<Side, double, bool>? missing = null, params WeightBearingLimit[] limits)
    {
        var walk = new InsoleWalk(criterion ?? ContactCriterion.ForceCells, limits);
        var found = new Found(walk);
        for (var i = 0; i / RateHz < Math.Min(until, Seconds + 0.4); i++)
        {
            foreach (var side in (Side[])[Side.Left, Side.Right])
            {
                if (missing?.Invoke(side, i / RateHz) != true)
                    found.Keep(walk.Add(side, TimeSpan.FromSeconds(i / RateHz), new FootLoad(ForceAt(side, i / RateHz), double.NaN, double.NaN), Motion?.Invoke(side, i / RateHz)));
            }
        }

        if (double.IsInfinity(until))
            found.Keep(walk.Finish());
        return found;
    }

    public double ForceAt(Side side, double at) => UnloadedNewtons + (side == Side.Left ? _left : _right).Sum(c => Shape(at, c.From, c.To) * c.Newtons);

    private static double Shape(double at, double from, double to)
    {
        var phase = (at - from) / (to - from);
        if (phase is <= 0 or >= 1)
            return 0;
        var flank = Math.Min(1, Math.Min(phase, 1 - phase) / 0.1);
        return flank * (1 - (0.15 * (1 + Math.Cos(4 * Math.PI * (phase - 0.5)))));
    }

    /// <summary>What the walk said, sample by sample.</summary>
    internal sealed class Found(InsoleWalk walk)
    {
        public InsoleWalk Walk => walk;

        public List<InsoleStep> Steps { get; } = [];

        public List<Turn> Turns { get; } = [];

        public List<StandingPeriod> Standing { get; } = [];

        public List<StrideSymmetry> SteadyStrides { get; } = [];

        public List<LoadWarning> Warnings { get; } = [];

        public List<StepLoad> Loads { get; } = [];

        public List<Flag> Flags { get; } = [];

        public IEnumerable<Flag> Alarms => Flags.Where(f => f.Phase == FlagPhase.New);

        public void Deconstruct(out IReadOnlyList<InsoleStep> steps, out IReadOnlyList<Flag> flags) => (steps, flags) = (Steps, Flags);

        public void Keep(InsoleFindings found)
        {
            Steps.AddRange(found.Steps);
            Turns.AddRange(found.Turns);
            Standing.AddRange(found.Standing);
            SteadyStrides.AddRange(found.SteadyStrides);
            Warnings.AddRange(found.Warnings);
            Loads.AddRange(found.Loads);
            Flags.AddRange(found.Flags);
        }
    }
}
