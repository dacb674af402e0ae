using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

/// <summary>Made-up hearts.</summary>
internal static class Rhythm
{
    /// <summary>The intervals of a heart whose rate is a function of time.</summary>
    public static IEnumerable<double> Of(Func<double, double> bpmAt, double seconds)
    {
        for (var t = 0.0; t < seconds;)
        {
            var interval = 60 / bpmAt(t);
            t += interval;
            yield return 1000 * interval;
        }
    }

    public static IEnumerable<double> Steady(double bpm, double seconds) => Of(_ => bpm, seconds);

    /// <summary>A rate that wanders as one does at steady work.</summary>
    public static double Wandering(double bpm, double t) => bpm + (3 * Math.Sin(t / 15)) + (2 * Math.Sin(t / 4));

    public static List<Beat> Classify(IReadOnlyList<double> intervals)
    {
        var (classifier, beats) = (new BeatClassifier(), new List<Beat>());
        foreach (var interval in intervals)
        {
            if (classifier.Add(interval) is { } beat)
                beats.Add(beat);
        }

        while (classifier.Finish() is { } beat)
            beats.Add(beat);
        return beats;
    }

    public static (HeartRateMonitor Monitor, List<Flag> Flags) Watch(IEnumerable<double> intervals)
    {
        var (monitor, flags) = (new HeartRateMonitor(), new List<Flag>());
        foreach (var beat in Classify([.. intervals]))
            monitor.Add(beat, flags);
        return (monitor, flags);
    }
}
