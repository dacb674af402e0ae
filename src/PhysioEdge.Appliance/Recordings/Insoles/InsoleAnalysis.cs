using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>Sends a recording of insoles through the walk as a live stream would come, and keeps what is found.</summary>
internal sealed class InsoleAnalysis
{
    private readonly List<InsoleStep> _steps = [];
    private readonly List<StrideSymmetry> _steady = [];
    private readonly List<Turn> _turns = [];
    private readonly List<StandingPeriod> _standing = [];
    private readonly List<Flag> _flags = [];

    private InsoleAnalysis(InsoleWalk walk) => Walk = walk;

    public InsoleWalk Walk { get; }

    public IReadOnlyList<InsoleStep> Steps => _steps;

    public IReadOnlyList<StrideSymmetry> SteadyStrides => _steady;

    public IReadOnlyList<Turn> Turns => _turns;

    public IReadOnlyList<StandingPeriod> Standing => _standing;

    public IReadOnlyList<Flag> Flags => _flags;

    public IReadOnlyList<Flag> Alarms => [.. _flags.Where(f => f.Phase == FlagPhase.New)];

    public static InsoleAnalysis Of(InsoleRecording recording, IReadOnlyList<WeightBearingLimit> limits)
    {
        var analysis = new InsoleAnalysis(new InsoleWalk(recording.Criterion, limits));
        for (var row = 0; row < recording.RowCount; row++)
        {
            foreach (var side in (ReadOnlySpan<Side>)[Side.Left, Side.Right])
                analysis.Keep(analysis.Walk.Add(side, recording.TimeOf(row), recording.LoadOf(side, row), recording.MotionOf(side, row)));
        }

        analysis.Keep(analysis.Walk.Finish());
        return analysis;
    }

    private void Keep(InsoleFindings found)
    {
        _steps.AddRange(found.Steps);
        _steady.AddRange(found.SteadyStrides);
        _turns.AddRange(found.Turns);
        _standing.AddRange(found.Standing);
        _flags.AddRange(found.Flags);
    }
}
