using PhysioEdge.Analysis.Anomalies;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>What was found with one sample, most often nothing. It holds until the next sample.</summary>
public sealed class InsoleFindings
{
    private readonly List<InsoleStep> _steps = [];
    private readonly List<StrideSymmetry> _steady = [];
    private readonly List<Turn> _turns = [];
    private readonly List<StandingPeriod> _standing = [];
    private readonly List<LoadWarning> _warnings = [];
    private readonly List<StepLoad> _loads = [];
    private readonly List<Flag> _flags = [];

    /// <summary>Gets the steps that are over, in the order in which they are known.</summary>
    public IReadOnlyList<InsoleStep> Steps => _steps;

    /// <summary>Gets the strides that are known to be of steady walking: not of a turn, a start or a stop.</summary>
    public IReadOnlyList<StrideSymmetry> SteadyStrides => _steady;

    /// <summary>Gets the turns that are over.</summary>
    public IReadOnlyList<Turn> Turns => _turns;

    /// <summary>Gets the times of standing that are over.</summary>
    public IReadOnlyList<StandingPeriod> Standing => _standing;

    /// <summary>Gets what is to be told to the patient at once: a leg bears more than is prescribed.</summary>
    public IReadOnlyList<LoadWarning> Warnings => _warnings;

    /// <summary>Gets what the steps of a leg with a prescribed limit bore.</summary>
    public IReadOnlyList<StepLoad> Loads => _loads;

    /// <summary>Gets what is to be told to the therapist.</summary>
    public IReadOnlyList<Flag> Flags => _flags;

    internal void Add(in InsoleStep step) => _steps.Add(step);

    internal void Add(in StrideSymmetry stride) => _steady.Add(stride);

    internal void Add(in Turn? turn)
    {
        if (turn is { } over)
            _turns.Add(over);
    }

    internal void Add(in StandingPeriod? period)
    {
        if (period is { } over)
            _standing.Add(over);
    }

    internal void Add(in LoadWarning warning) => _warnings.Add(warning);

    internal void Add(in StepLoad load) => _loads.Add(load);

    internal void Add(Flag flag) => _flags.Add(flag);

    internal void AddRange(IReadOnlyList<Flag> flags)
    {
        for (var i = 0; i < flags.Count; i++)
            _flags.Add(flags[i]);
    }

    internal void Clear()
    {
        _steps.Clear();
        _steady.Clear();
        _turns.Clear();
        _standing.Clear();
        _warnings.Clear();
        _loads.Clear();
        _flags.Clear();
    }
}
