using System.Globalization;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Anomalies.RangeOfMotionDetector;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>What is said of a range, a peak or a hold that is too small.</summary>
internal sealed class RangeSentences(string exercise, Watch watch)
{
    private readonly string _unit = watch.Unit == "deg" ? "°" : " s";

    public string Of(Finding finding, double? fallenFrom)
    {
        var reached = $"{Sided(finding.Side)} reached {Number(finding.Value)} in repetition {finding.Repetition} of {exercise}";
        var expected = new[]
        {
            watch.Target is { } target ? $"target {Number(target)}" : null,
            watch.Limit is { } limit ? $"limit {Number(limit)}" : null,
        }.OfType<string>();
        return $"{reached}{(fallenFrom is { } usual ? $", fallen from {Number(usual)}" : "")}{(expected.Any() ? $" ({string.Join(", ", expected)})" : "")}.";
    }

    public string Last(Finding worst, double? fallenFrom, int belowTarget, int of)
    {
        var fallen = fallenFrom is { } usual ? $"fell from {Number(usual)}" : null;
        var below = belowTarget > 0 ? $"stayed below the target of {Number(watch.Target!.Value)} in {belowTarget} of {of} repetitions of {exercise}" : null;
        var said = fallen is null ? below : below is null ? $"{fallen} within {of} repetitions of {exercise}" : $"{fallen} and {below}";
        return $"{Sided(worst.Side)} {said}; the least was {Number(worst.Value)} in repetition {worst.Repetition}.";
    }

    private string Number(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:F0}{_unit}");

    private string Sided(Side side) => side switch
    {
        Side.Left => $"Left {watch.DisplayName}",
        Side.Right => $"Right {watch.DisplayName}",
        _ => char.ToUpperInvariant(watch.DisplayName[0]) + watch.DisplayName[1..],
    };
}
