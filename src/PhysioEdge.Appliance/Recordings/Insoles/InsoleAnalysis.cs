using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>Takes the samples of two insoles in the order of their stream and keeps what is found.</summary>
internal sealed class InsoleAnalysis(ContactCriterion criterion, IReadOnlyList<WeightBearingLimit> limits)
{
    private static readonly Side[] Feet = [Side.Left, Side.Right];

    private readonly InsoleGait _gait = new(criterion);
    private readonly AsymmetryDetector _asymmetry = new();
    private readonly List<InsoleStep> _steps = [];
    private readonly List<Flag> _flags = [];

    public IReadOnlyList<InsoleStep> Steps => _steps;

    public IReadOnlyList<Flag> Flags => _flags;

    public IReadOnlyList<StrideSymmetry> SteadyStrides => _asymmetry.SteadyStrides;

    public int Strides => _asymmetry.Strides;

    public static InsoleAnalysis Of(InsoleRecording recording, IReadOnlyList<WeightBearingLimit> limits)
    {
        var analysis = new InsoleAnalysis(recording.Criterion, limits);
        for (var row = 0; row < recording.RowCount; row++)
            analysis.Add(recording.TimeOf(row), recording.LoadOf(Side.Left, row), recording.LoadOf(Side.Right, row));
        analysis.Finish();
        return analysis;
    }

    /// <summary>Takes in what both feet bear at one time.</summary>
    public void Add(TimeSpan at, in FootLoad left, in FootLoad right)
    {
        if (_gait.Add(Side.Left, at, left, out var step))
            Keep(step);
        if (_gait.Add(Side.Right, at, right, out step))
            Keep(step);
    }

    public void Finish()
    {
        foreach (var foot in Feet)
        {
            if (_gait.Finish(foot, out var step))
                Keep(step);
        }
    }

    private void Keep(in InsoleStep step)
    {
        _steps.Add(step);
        var side = step.Contact.Side;
        foreach (var limit in limits)
        {
            if (limit.Judge(step, _steps.Count(s => s.Contact.Side == side)) is { } flag)
                _flags.Add(flag);
        }

        _flags.AddRange(_asymmetry.Add(step));
    }
}
