using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Motions;

namespace PhysioEdge.Training.Captures;

/// <summary>A walk of which the angles of the right leg were recorded (the marker curves of Benchmarking_markerless): radians, a column each.</summary>
internal static class CurveCapture
{
    /// <summary>The knee is bent most at this part of the gait cycle (Perry and Burnfield, 2010).</summary>
    private const float SwingPhase = 0.72f;

    /// <summary>A knee that bends less is not in its swing.</summary>
    private const float LeastSwingDegrees = 40;

    private const double ShortestStrideSeconds = 0.7;
    private const double LongestStrideSeconds = 2;

    /// <summary>The curves of each of its strides.</summary>
    public static IEnumerable<GaitCurves> Read(string path)
    {
        var lines = TextFile.Lines(path);
        var names = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(',')).Where(row => row.Length == names.Length).ToList();
        float[] Column(string name, float factor) => [.. rows.Select(row => factor * TextFile.Number(row[Array.IndexOf(names, name)]))];
        var (times, hip) = (Column("Time", 1), Column("RHip_FE", Angle.Degrees(1)));
        var (knee, ankle) = (Column("RKnee_FE", -Angle.Degrees(1)), Column("RAnkle_FE", Angle.Degrees(1)));

        // What is straight and level differs between marker sets: the knee's least is taken as nearly straight, the ankle's middle as the usual one.
        var (straight, level) = (knee.Min() - 2, ankle.Average());
        knee = [.. knee.Select(degrees => degrees - straight)];
        ankle = [.. ankle.Select(degrees => degrees - level)];
        var peaks = Peaks(knee, (int)(ShortestStrideSeconds / (times[1] - times[0])));
        foreach (var (from, to) in peaks.Zip(peaks.Skip(1)))
        {
            if (times[to] - times[from] <= LongestStrideSeconds)
                yield return GaitCurves.Of(Cycle(hip, from, to), Cycle(knee, from, to), Cycle(ankle, from, to));
        }
    }

    private static List<int> Peaks(float[] knee, int apart)
    {
        var peaks = new List<int>();
        for (var i = apart / 2; i < knee.Length - (apart / 2); i++)
        {
            if (knee[i] > LeastSwingDegrees && knee[i] >= knee.AsSpan(i - (apart / 2), apart).ToArray().Max() && !(peaks.Count > 0 && i - peaks[^1] < apart))
                peaks.Add(i);
        }

        return peaks;
    }

    /// <summary>One stride by its phase, closed: what it ends higher than it began is taken off evenly.</summary>
    private static Func<float, float> Cycle(float[] values, int from, int to) => phase =>
    {
        var part = (phase - SwingPhase + 1) % 1;
        var at = from + (part * (to - from));
        var i = (int)at;
        return float.Lerp(values[i], values[Math.Min(i + 1, values.Length - 1)], at - i) - (part * (values[to] - values[from]));
    };
}
