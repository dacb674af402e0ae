using System.Globalization;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Exercises;

/// <summary>
/// Scores repetitions against the patient's own good ones of the same exercise and side. The first three whole ones are taken on trust,
/// the next three if they score well; then that is the usual, so that somebody who gets worse bit by bit is not followed down.
/// </summary>
/// <remarks>
/// Each measure is compared with the median of the good ones, in units of their scaled median absolute deviation (Hampel, "The
/// influence curve and its role in robust estimation", J Am Stat Assoc 1974), which is not taken to be smaller than what a camera or a
/// person varies by anyhow, nor larger than twice that. The points fall with the squares of these distances as a bell curve does: one unit costs 5 points, three
/// cost 39.
/// </remarks>
public sealed class FormScorer
{
    private const int Enough = 3;
    private const int MostKept = 6;
    private const int GoodPoints = 75;
    private const double UnitsOfBell = 3;

    /// <summary>Of a normal distribution, the deviation over the median absolute deviation.</summary>
    private const double DeviationPerMedian = 1.4826;

    /// <summary>What is less unlike the usual than this, in units, is not worth a word.</summary>
    private const double WorthAWord = 1.5;

    private static readonly Trait[] Traits =
    [
        new(r => r.RangeDegrees, 5, (r, now, usual) => now < usual ? $"only {Degrees(now)} where {Degrees(usual)} is usual" : $"{Degrees(now)} where {Degrees(usual)} is usual"),
        new(r => r.Form is { } f ? 100 * Math.Log(Math.Max(f.OutwardSeconds + f.ReturnSeconds, 0.1)) : null, 20, (r, now, usual) => Tempo(Math.Exp(now / 100), Math.Exp(usual / 100))),
        new(r => r.Form?.Smoothness, 0.4, (r, now, usual) => now < usual ? "jerkier than usual" : "smoother than usual"),
        new(r => r.Form?.TrunkForwardDegrees, 5, (r, now, usual) => $"the trunk leant {Degrees(Math.Abs(now - usual))} {(now > usual ? "more" : "less")} forward than usual"),
        new(r => r.Form?.TrunkSidewaysDegrees, 4, (r, now, usual) => $"the trunk leant {Degrees(Math.Abs(now - usual))} more to the {(now > usual ? "right" : "left")} than usual"),
        new(r => r.Form?.KneeValgusDegrees, 5, (r, now, usual) => $"a knee went {Degrees(Math.Abs(now - usual))} {(now > usual ? "further" : "less far")} inwards than usual"),
        new(r => r.Form?.SideDifferenceDegrees, 5, (r, now, usual) => $"the {(now > usual ? "left" : "right")} side {Degrees(Math.Abs(now - usual))} further behind than usual"),
    ];

    private readonly Dictionary<(ExerciseKind Exercise, Side Side), List<Repetition>> _good = [];

    /// <summary>Scores the next repetition, and learns from it if it is a good one.</summary>
    /// <returns>The score; null for an attempt, and until there are three good ones to compare with.</returns>
    public FormScore? Score(Repetition repetition)
    {
        ArgumentNullException.ThrowIfNull(repetition);
        if (repetition.Partial)
            return null;
        var key = (repetition.Exercise, repetition.Side);
        if (!_good.TryGetValue(key, out var good))
            _good[key] = good = [];
        FormScore? score = good.Count < Enough ? null : Compare(repetition, good);
        if (good.Count < MostKept && score is not { Points: < GoodPoints })
            good.Add(repetition);
        return score;
    }

    private static FormScore Compare(Repetition repetition, List<Repetition> good)
    {
        var (sum, worst, reason) = (0.0, WorthAWord, default(string));
        foreach (var trait in Traits)
        {
            if (trait.Read(repetition) is not { } now || Known(trait, good) is not { Length: >= Enough } known)
                continue;
            var usual = Median(known);
            var spread = Math.Clamp(DeviationPerMedian * Median([.. known.Select(value => Math.Abs(value - usual))]), trait.LeastSpread, 2 * trait.LeastSpread);
            var units = Math.Abs(now - usual) / spread;
            sum += units * units;
            if (units > worst)
                (worst, reason) = (units, trait.Say(repetition, now, usual));
        }

        return new FormScore((int)Math.Round(100 * Math.Exp(-sum / (2 * UnitsOfBell * UnitsOfBell))), reason);
    }

    private static double[] Known(Trait trait, List<Repetition> good) => [.. good.Select(trait.Read).OfType<double>()];

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
    }

    private static string Tempo(double now, double usual) => string.Create(
        CultureInfo.InvariantCulture, $"{(now < usual ? "faster" : "slower")} than usual: {now:F1} s where {usual:F1} s is usual");

    private static string Degrees(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:F0}°");

    /// <param name="Read">The measure; null when it was not seen.</param>
    /// <param name="LeastSpread">What it varies by anyhow.</param>
    /// <param name="Say">What to say of it: the repetition, its value and the usual one.</param>
    private sealed record Trait(Func<Repetition, double?> Read, double LeastSpread, Func<Repetition, double, double, string> Say);
}
