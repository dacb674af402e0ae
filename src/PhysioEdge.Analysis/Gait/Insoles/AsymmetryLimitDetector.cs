using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Flags walking in which one leg bears more, or takes longer, than the plan allows.</summary>
/// <remarks>
/// The mean of the last ten steady strides is judged, and only when the limit lies outside of its 95 % confidence interval: single
/// strides of healthy people differ by 10 % from side to side (Herzog, Nigg, Read and Olsson, "Asymmetries in ground reaction force
/// patterns in normal human gait", Med Sci Sports Exerc 1989). It is over when ten strides running are within the limit on average.
/// </remarks>
/// <param name="code">The measure's code, for example <c>peak-force-symmetry</c>.</param>
/// <param name="name">What it is called in a sentence, for example <c>peak force</c>.</param>
/// <param name="limitPercent">The largest symmetry index allowed to either side, percent, above 0.</param>
/// <param name="percentOf">The symmetry index of a stride.</param>
public sealed class AsymmetryLimitDetector(string code, string name, double limitPercent, Func<StrideSymmetry, double> percentOf)
{
    private const int Strides = 10;
    private const double GraveShare = 1.5;

    /// <summary>Student's t for 95 % and ten values.</summary>
    private const double Quantile = 2.262;

    private readonly Problem _problem = new(ExerciseKind.Walking, $"asymmetry-limit/{code}");
    private readonly Queue<StrideSymmetry> _last = new();
    private int _count;

    /// <summary>Takes in the next steady stride.</summary>
    /// <param name="stride">The stride.</param>
    /// <returns>A flag; null when there is nothing to say.</returns>
    public Flag? Add(in StrideSymmetry stride)
    {
        _count++;
        _last.Enqueue(stride);
        if (_last.Count > Strides)
            _last.Dequeue();
        return _last.Count == Strides ? Judge(stride.KnownAt) : null;
    }

    private Flag? Judge(TimeSpan at)
    {
        var mean = _last.Average(percentOf);
        var spread = Math.Sqrt(_last.Sum(s => Math.Pow(percentOf(s) - mean, 2)) / (Strides - 1));
        var sure = Math.Abs(mean) - (Quantile * spread / Math.Sqrt(Strides));
        var grave = sure > GraveShare * limitPercent;
        if (!_problem.IsOpen)
            return sure > limitPercent ? _problem.Open("asymmetry.limit", "asymmetry-limit/1", _last.Peek().KnownAt, at, VerdictOf(mean, grave, Beyond(mean))) : null;
        if (Math.Abs(mean) <= limitPercent)
            return _problem.End(at, VerdictOf(mean, false, string.Create(CultureInfo.InvariantCulture, $"Left and right {name} differ by {Math.Abs(mean):F0} % in the last {Strides} strides, within the {limitPercent:0.#} % allowed.")));
        return grave && _problem.Severity < FlagSeverity.Moderate ? _problem.Revise(at, VerdictOf(mean, grave, Beyond(mean))) : null;
    }

    private string Beyond(double mean) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {(mean > 0 ? "right" : "left")} {name} is {Math.Abs(mean):F0} % larger than the {(mean > 0 ? "left" : "right")} in the last {Strides} strides; {limitPercent:0.#} % are allowed.");

    private Verdict VerdictOf(double mean, bool grave, string explanation) => new(
        grave ? FlagSeverity.Moderate : FlagSeverity.Minor,
        mean > 0 ? Side.Right : Side.Left,
        new FlagMeasure(code, Math.Round(mean, 1), "%", null, limitPercent, 1),
        [.. _last.Select((s, i) => (_count - Strides + 1 + i, Math.Round(percentOf(s), 1)))],
        explanation);
}
