using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>One symmetry index that is watched.</summary>
internal sealed record WatchedSymmetry(string Code, string Name, Func<StrideSymmetry, double> Of);

/// <summary>What belongs to one problem: load, or timing. It is raised, told again when it gets much worse, and ended when all is usual again; a relapse is another problem.</summary>
internal sealed class AsymmetryChannel(string kind, string name, IReadOnlyList<WatchedSymmetry> watched)
{
    /// <summary>A change of twice what is to be told is grave.</summary>
    private const double GravePercent = 2 * ChangeChart.ToTellPercent;
    private const double MuchWorsePercent = ChangeChart.ToTellPercent;
    private const int Shown = 5;

    /// <summary>Twice as many as have to agree on a change, about 8 s: who is back to usual is so in most of them.</summary>
    private const int StridesToEnd = 16;

    private readonly List<(int Stride, double Percent)>[] _last = [.. watched.Select(_ => new List<(int, double)>())];
    private ChangeChart[] _charts = [];
    private Problem _problem = new(ExerciseKind.Walking, kind);
    private int _episodes;
    private int _told;
    private double _toldPercent;
    private int _followed;

    public void Learn(IReadOnlyList<StrideSymmetry> strides)
    {
        Array.ForEach(_last, l => l.Clear());
        _charts = [.. watched.Select(w => new ChangeChart([.. strides.Select(w.Of)]))];
    }

    /// <returns>What is to be said after this stride; null when nothing is.</returns>
    public Flag? Add(in StrideSymmetry stride, int number, TimeSpan now)
    {
        for (var i = 0; i < _charts.Length; i++)
            Remember(_last[i], number, watched[i].Of(stride));
        return _problem.IsOpen ? Follow(now) : Watch(stride.KnownAt, now);
    }

    /// <summary>Ends the problem, whether or not it is over.</summary>
    public Flag? Finish(TimeSpan now)
        => _problem.IsOpen ? End(now, "was still there at the end") : null;

    private static void Remember(List<(int Stride, double Percent)> last, int number, double percent)
    {
        if (last.Count == StridesToEnd)
            last.RemoveAt(0);
        last.Add((number, percent));
    }

    private Flag? Watch(TimeSpan at, TimeSpan now)
    {
        for (var i = 0; i < _charts.Length; i++)
        {
            if (_charts[i].Add(at, _last[i][^1].Percent) is not { } since)
                continue;
            _problem = new Problem(ExerciseKind.Walking, string.Create(CultureInfo.InvariantCulture, $"{kind}/{++_episodes}"));
            (_told, _toldPercent, _followed) = (i, Math.Abs(ChangeOf(i)), 0);
            return _problem.Open(kind, "asymmetry-change/2", since, now, Say("has changed", SeverityNow));
        }

        return null;
    }

    private Flag? Follow(TimeSpan now)
    {
        if (++_followed >= StridesToEnd && Enumerable.Range(0, _charts.Length).All(IsUsual))
            return End(now, "is as usual again");
        var change = Math.Abs(ChangeOf(_told));
        var muchWorse = SeverityNow > _problem.Severity ? MuchWorsePercent / 2 : MuchWorsePercent;
        if (change < _toldPercent + muchWorse)
            return null;
        _toldPercent = change;
        return _problem.Revise(now, Say("has become worse", SeverityNow));
    }

    private Flag End(TimeSpan now, string what)
    {
        Array.ForEach(_charts, c => c.Reset());
        return _problem.End(now, Say(what, _problem.Severity));
    }

    private FlagSeverity SeverityNow => Math.Abs(ChangeOf(_told)) >= GravePercent ? FlagSeverity.Moderate : FlagSeverity.Minor;

    private bool IsUsual(int index) => Math.Abs(MedianOf(index, StridesToEnd) - _charts[index].Usual) < _charts[index].AllowancePercent;

    private double NowOf(int index) => MedianOf(index, Shown);

    private double MedianOf(int index, int strides) => RobustStatistics.Median([.. _last[index].TakeLast(strides).Select(v => v.Percent)]);

    private double ChangeOf(int index) => NowOf(index) - _charts[index].Usual;

    private Verdict Say(string what, FlagSeverity severity)
    {
        var (measure, usual, value) = (watched[_told], _charts[_told].Usual, NowOf(_told));
        return new Verdict(
            severity,
            value < usual ? Side.Left : Side.Right,
            new FlagMeasure(measure.Code, Math.Round(value, 1), "%", null, null, 1) { Baseline = Math.Round(usual, 1) },
            [.. _last[_told].TakeLast(Shown).Select(v => (v.Stride, Math.Round(v.Percent, 1)))],
            string.Create(
                CultureInfo.InvariantCulture,
                $"The {name} asymmetry {what}: {measure.Name} differs by {value:+0;-0;0} % between the sides (usual {usual:+0;-0;0} %, + = right larger)."));
    }
}
