using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Training.Captures;

/// <summary>A recording of markers on a body (TRC), of which those nearest to the landmarks are taken; metres, y up.</summary>
internal sealed class MarkerCapture : ICapture
{
    private const int HeaderLines = 6;

    private static readonly (BodyLandmark Landmark, string[] Markers)[] Sources =
    [
        (LeftHip, ["L_HJC"]), (RightHip, ["R_HJC"]), (LeftKnee, ["L_knee"]), (RightKnee, ["r_knee"]), (LeftAnkle, ["L_ankle"]), (RightAnkle, ["r_ankle"]),
        (LeftHeel, ["L_calc"]), (RightHeel, ["r_calc"]), (LeftFootIndex, ["L_toe"]), (RightFootIndex, ["r_toe"]),
        (LeftShoulder, ["L_Shoulder"]), (RightShoulder, ["R_Shoulder"]), (LeftElbow, ["L_elbow_lat", "L_elbow_med"]), (RightElbow, ["R_elbow_lat", "R_elbow_med"]),
        (LeftWrist, ["L_wrist_radius", "L_wrist_ulna"]), (RightWrist, ["R_wrist_radius", "R_wrist_ulna"]),
    ];

    private readonly double _rate;
    private readonly Vector3[][] _frames;

    private MarkerCapture(double rate, Vector3[][] frames) => (_rate, _frames) = (rate, frames);

    public double Seconds => (_frames.Length - 1) / _rate;

    public static MarkerCapture Read(string path)
    {
        var lines = TextFile.Lines(path);
        var names = lines[3].Split('\t');
        var rows = lines.Skip(HeaderLines - 1).Select(line => line.Split('\t')).Where(row => row.Length > 2 && row[0].Length > 0).ToList();
        var frames = rows.Select(row => Sources.Select(source => Mean(source.Markers.Select(marker => At(row, Array.IndexOf(names, marker))))).ToArray()).ToArray();
        return new MarkerCapture(TextFile.Number(TextFile.Words(lines[2])[0]), LongestWhole(frames));
    }

    public ICapture Varied(SeededNumbers numbers) => this;

    public void Pose(double seconds, Skeleton s)
    {
        var at = Math.Clamp(seconds * _rate, 0, _frames.Length - 1);
        var (a, b, part) = (_frames[(int)at], _frames[Math.Min((int)at + 1, _frames.Length - 1)], (float)(at - (int)at));
        for (var i = 0; i < Sources.Length; i++)
            s[Sources[i].Landmark] = Vector3.Lerp(a[i], b[i], part);
        var (up, left) = (Vector3.Normalize(s.MidShoulder - s.MidHip), Vector3.Normalize(s[LeftShoulder] - s[RightShoulder]));
        var ahead = Vector3.Cross(left, up);
        var head = s.MidShoulder + (0.2f * up) + (0.02f * ahead);
        (s[Nose], s[LeftEar], s[RightEar]) = (head + (0.1f * ahead), head + (0.075f * left), head - (0.075f * left));
    }

    /// <summary>The longest stretch in which no marker was hidden.</summary>
    private static Vector3[][] LongestWhole(Vector3[][] frames)
    {
        var (best, start) = (0..0, 0);
        for (var i = 0; i <= frames.Length; i++)
        {
            if (i < frames.Length && Array.TrueForAll(frames[i], point => float.IsFinite(point.X)))
                continue;
            if (i - start > best.End.Value - best.Start.Value)
                best = start..i;
            start = i + 1;
        }

        return frames[best];
    }

    private static Vector3 At(string[] row, int column) =>
        new(TextFile.Number(row[column]), TextFile.Number(row[column + 1]), TextFile.Number(row[column + 2]));

    private static Vector3 Mean(IEnumerable<Vector3> points) => points.Aggregate(Vector3.Zero, (sum, point) => sum + point) / points.Count();
}
