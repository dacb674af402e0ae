using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>One symmetry index that is watched.</summary>
internal sealed record WatchedSymmetry(string Code, string Name, Func<StrideSymmetry, double> Of);

/// <summary>What belongs to one alarm: load, or timing. It is raised once.</summary>
internal sealed class AsymmetryChannel(string kind, string name, IReadOnlyList<WatchedSymmetry> watched)
{
    /// <summary>A change of twice what is to be told is grave.</summary>
    private const double GravePercent = 2 * ChangeChart.ToTellPercent;
    private const int Shown = 5;

    private readonly List<double>[] _last = [.. watched.Select(_ => new List<double>())];
    private ChangeChart[] _charts = [];
    private bool _raised;

    public void Learn(IReadOnlyList<StrideSymmetry> strides)
        => _charts = [.. watched.Select(w => new ChangeChart([.. strides.Select(w.Of)]))];

    /// <returns>The alarm, when this stride raises it.</returns>
    public Flag? Add(StrideSymmetry stride, TimeSpan now)
    {
        for (var i = 0; i < _charts.Length && !_raised; i++)
        {
            _last[i].Add(watched[i].Of(stride));
            if (_last[i].Count > Shown)
                _last[i].RemoveAt(0);
            if (_charts[i].Add(stride.KnownAt, _last[i][^1]) is not { } since)
                continue;
            _raised = true;
            return FlagOf(watched[i], _charts[i].Usual, _last[i], since, now);
        }

        return null;
    }

    private Flag FlagOf(WatchedSymmetry measure, double usual, List<double> last, TimeSpan since, TimeSpan now)
    {
        var value = RobustStatistics.Median(last);
        var side = value < usual ? Side.Left : Side.Right;
        return new Flag
        {
            Problem = kind,
            Kind = kind,
            Phase = FlagPhase.New,
            Severity = Math.Abs(value - usual) >= GravePercent ? FlagSeverity.Moderate : FlagSeverity.Minor,
            RaisedAt = now,
            OnsetAt = since,
            Exercise = ExerciseKind.Walking,
            Side = side,
            Measure = new FlagMeasure(measure.Code, Math.Round(value, 1), "%", null, null, 1) { Baseline = Math.Round(usual, 1) },
            Evidence = [.. last.Select((v, i) => (i + 1, Math.Round(v, 1)))],
            Explanation = string.Create(
                CultureInfo.InvariantCulture,
                $"The {name} asymmetry has changed: {measure.Name} differs by {value:+0;-0;0} % between the sides (usual {usual:+0;-0;0} %, + = right larger)."),
            Rule = "asymmetry-change/1",
        };
    }
}
