using PhysioEdge.Analysis.HeartRate;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Recordings.HeartRate;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>A chest belt against the R-peaks of the electrocardiogram that it was worn with.</summary>
internal static class PolarH10Accuracy
{
    private const string Recording = "polar_h10";
    private const double ToleranceSeconds = 0.15;
    private const double LargestOffsetSeconds = 2;
    private const double OffsetStepSeconds = 0.005;

    public static IEnumerable<Score> Measure(string folder)
    {
        var table = InputTable.Read(Path.Combine(folder, "hr_rr_events.csv"));
        var analysis = HeartRateAnalysis.Of(table);
        var arrivals = table.Numbers("t_s");
        var elapsed = arrivals[^1] - arrivals[0];
        yield return new Score(Recording, "sum of intervals against elapsed time", 100 * Math.Abs((analysis.DurationSeconds / elapsed) - 1), "%", 2, AtMost: 0.3);

        var peaks = InputTable.Read(Path.Combine(folder, "ref_rpeaks.csv")).Numbers("t_s");
        double[] times = [.. analysis.Beats.Select(b => b.At.TotalSeconds)];
        var offset = OffsetOf(times, peaks);
        yield return new Score(Recording, "beat time, mean absolute error", 1000 * DistanceOf(times, peaks, offset), "ms", 0);

        double[] marked = [.. Classify(peaks).Where(b => b.IsArtefact).Select(b => peaks[0] + b.At.TotalSeconds - offset)];
        yield return new Score(Recording, "premature beats and pauses marked", 100 * marked.Average(at => IsMarked(analysis.Beats, at) ? 1.0 : 0), "%", 1, AtLeast: 90);
        double[] own = [.. analysis.Beats.Where(b => b.IsArtefact).Select(b => b.At.TotalSeconds)];
        yield return new Score(Recording, "marked beats that are premature or a pause", 100 * own.Average(at => DistanceTo(marked, at) <= ToleranceSeconds ? 1.0 : 0), "%", 1);
        yield return new Score(Recording, "alarms", analysis.Alarms.Count, "", 0, AtMost: 0);
    }

    private static IEnumerable<Beat> Classify(double[] peaks)
    {
        var classifier = new BeatClassifier();
        for (var i = 1; i < peaks.Length; i++)
        {
            if (classifier.Add(1000 * (peaks[i] - peaks[i - 1])) is { } beat)
                yield return beat;
        }

        while (classifier.Finish() is { } beat)
            yield return beat;
    }

    private static bool IsMarked(IReadOnlyList<Beat> beats, double at)
        => beats.MinBy(b => Math.Abs(b.At.TotalSeconds - at)) is { IsArtefact: true } beat && Math.Abs(beat.At.TotalSeconds - at) <= ToleranceSeconds;

    /// <summary>The one constant that lays the beats on the peaks best.</summary>
    private static double OffsetOf(double[] times, double[] peaks)
        => Enumerable.Range(0, (int)(2 * LargestOffsetSeconds / OffsetStepSeconds)).Select(i => (i * OffsetStepSeconds) - LargestOffsetSeconds).MinBy(o => DistanceOf(times, peaks, o));

    private static double DistanceOf(double[] times, double[] peaks, double offset) => times.Average(t => DistanceTo(peaks, t + offset));

    private static double DistanceTo(double[] sorted, double at)
    {
        var next = Array.BinarySearch(sorted, at) is var found && found < 0 ? ~found : found;
        return Math.Min(next < sorted.Length ? sorted[next] - at : double.PositiveInfinity, next > 0 ? at - sorted[next - 1] : double.PositiveInfinity);
    }
}
