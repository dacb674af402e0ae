using PhysioEdge.Analysis.Anomalies;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Flags when a patient begins to load the feet differently, or to limp, compared with the patient's own first 40 s.</summary>
/// <remarks>
/// An asymmetry that was there from the beginning is the patient's usual and no alarm. Load is told by peak force and impulse, timing by
/// step time and loaded time. Only steady strides count (<see cref="SteadyStrides"/>). Each of the two is told once in a stream.
/// </remarks>
public sealed class AsymmetryDetector
{
    /// <summary>How many steady strides are needed to know what is usual, however long they take.</summary>
    private const int StridesToLearn = 15;

    private static readonly TimeSpan Learning = TimeSpan.FromSeconds(40);

    private readonly SteadyStrides _steady = new();
    private readonly List<StrideSymmetry> _strides = [];
    private readonly AsymmetryChannel[] _channels =
    [
        new("asymmetry.load", "load", [new("peak-force-symmetry", "peak force", s => s.PeakPercent), new("impulse-symmetry", "impulse", s => s.ImpulsePercent)]),
        new("asymmetry.timing", "timing", [new("step-time-symmetry", "step time", s => s.StepTimePercent), new("stance-symmetry", "stance time", s => s.StancePercent)]),
    ];

    private InsoleStep? _before;
    private InsoleStep? _middle;
    private bool _learned;

    /// <summary>Gets the steady strides so far.</summary>
    public IReadOnlyList<StrideSymmetry> SteadyStrides => _strides;

    /// <summary>Gets the number of strides so far, the unsteady ones of turns, starts and stops included.</summary>
    public int Strides { get; private set; }

    /// <summary>Takes in the next step.</summary>
    /// <param name="step">The step, of either foot, in the order in which they are known.</param>
    /// <returns>The alarms that it raises, most often none.</returns>
    public IReadOnlyList<Flag> Add(in InsoleStep step)
    {
        var stride = _before is { } before && _middle is { } middle ? StrideSymmetry.Of(before, middle, step) : null;
        (_before, _middle) = (_middle, step);
        if (stride is not { } whole)
            return [];
        Strides++;
        return _steady.Add(whole, out var steady) ? Judge(steady, step.KnownAt) : [];
    }

    private List<Flag> Judge(in StrideSymmetry stride, TimeSpan now)
    {
        _strides.Add(stride);
        if (!_learned)
        {
            _learned = now >= Learning && _strides.Count >= StridesToLearn;
            if (_learned)
                Array.ForEach(_channels, c => c.Learn(_strides));
            return [];
        }

        var flags = new List<Flag>(0);
        foreach (var channel in _channels)
        {
            if (channel.Add(stride, now) is { } flag)
                flags.Add(flag);
        }

        return flags;
    }
}
