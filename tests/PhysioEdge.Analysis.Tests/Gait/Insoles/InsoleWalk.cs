using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

/// <summary>A made-up recording of two insoles: each contact is a force with two humps, loaded and unloaded in a tenth of the stance each.</summary>
internal sealed class InsoleWalk
{
    private readonly List<(double From, double To, double Newtons)> _left = [];
    private readonly List<(double From, double To, double Newtons)> _right = [];

    public double RateHz { get; init; } = 100;

    /// <summary>What the insoles read of a foot in the air, N.</summary>
    public double UnloadedNewtons { get; init; }

    public double Seconds { get; private set; }

    /// <summary>Both feet bear half of the weight, without a step.</summary>
    public InsoleWalk Stand(double seconds, double newtons = 400)
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
    public InsoleWalk Walk(int strides, double left = 900, double right = 900, double step = 0.55, double scatter = 0)
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

    public InsoleWalk Add(Side side, double from, double to, double newtons)
    {
        (side == Side.Left ? _left : _right).Add((from, to, newtons));
        return this;
    }

    public (IReadOnlyList<InsoleStep> Steps, IReadOnlyList<Flag> Flags) Measure(
        ContactCriterion? criterion = null, double until = double.PositiveInfinity, Func<Side, double, bool>? missing = null)
    {
        var (gait, detector) = (new InsoleGait(criterion ?? ContactCriterion.ForceCells), new AsymmetryDetector());
        var (steps, flags) = (new List<InsoleStep>(), new List<Flag>());
        for (var i = 0; i / RateHz < Math.Min(until, Seconds + 0.4); i++)
        {
            foreach (var side in (Side[])[Side.Left, Side.Right])
            {
                if (missing?.Invoke(side, i / RateHz) == true || !gait.Add(side, TimeSpan.FromSeconds(i / RateHz), new FootLoad(ForceAt(side, i / RateHz), double.NaN, double.NaN), out var step))
                    continue;
                steps.Add(step);
                flags.AddRange(detector.Add(step));
            }
        }

        return (steps, flags);
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
}
