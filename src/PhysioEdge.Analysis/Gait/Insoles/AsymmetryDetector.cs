using PhysioEdge.Analysis.Anomalies;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Flags when a patient begins to load the feet differently, or to limp, compared with the patient's own first 40 s.</summary>
/// <remarks>
/// An asymmetry that was there from the beginning is the patient's usual and no alarm. Load is told by peak force and impulse, timing by
/// step time and loaded time. Only steady strides count (<see cref="SteadyStrides"/>). Each of the two is a problem that begins, may become worse,
/// and ends when the patient is back to usual.
/// </remarks>
public sealed class AsymmetryDetector
{
    /// <summary>How many steady strides are needed to know what is usual, however long they take.</summary>
    private const int StridesToLearn = 15;

    private static readonly TimeSpan Learning = TimeSpan.FromSeconds(40);

    private readonly List<StrideSymmetry> _first = [];
    private readonly AsymmetryChannel[] _channels =
    [
        new("asymmetry.load", "load", [new("peak-force-symmetry", "peak force", s => s.PeakPercent), new("impulse-symmetry", "impulse", s => s.ImpulsePercent)]),
        new("asymmetry.timing", "timing", [new("step-time-symmetry", "step time", s => s.StepTimePercent), new("stance-symmetry", "stance time", s => s.StancePercent)]),
    ];

    private TimeSpan _begun;
    private int _strides;

    /// <summary>Gets a value indicating whether it is known what is usual.</summary>
    public bool HasLearned { get; private set; }

    /// <summary>Begins to learn what is usual, at first or anew, as when an insole was taken out and may lie differently.</summary>
    /// <param name="at">The stream time from which on is learned.</param>
    /// <returns>The last words on what was open.</returns>
    public IReadOnlyList<Flag> Learn(TimeSpan at)
    {
        var flags = Finish(at);
        _first.Clear();
        (_begun, HasLearned) = (at, false);
        return flags;
    }

    /// <summary>Takes in the next steady stride.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="now">The stream time at which it is known to be steady.</param>
    /// <returns>What is to be said after it, most often nothing.</returns>
    public IReadOnlyList<Flag> Add(in StrideSymmetry stride, TimeSpan now)
    {
        _strides++;
        if (!HasLearned)
        {
            LearnFrom(stride, now);
            return [];
        }

        var flags = new List<Flag>(0);
        foreach (var channel in _channels)
        {
            if (channel.Add(stride, _strides, now) is { } flag)
                flags.Add(flag);
        }

        return flags;
    }

    /// <summary>Ends the stream.</summary>
    /// <param name="at">The stream time.</param>
    /// <returns>The last words on what was open.</returns>
    public IReadOnlyList<Flag> Finish(TimeSpan at) => [.. _channels.Select(c => c.Finish(at)).OfType<Flag>()];

    private void LearnFrom(in StrideSymmetry stride, TimeSpan now)
    {
        _first.Add(stride);
        HasLearned = now - _begun >= Learning && _first.Count >= StridesToLearn;
        if (HasLearned)
            Array.ForEach(_channels, c => c.Learn(_first));
    }
}
