using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Training.Captures;

/// <summary>A recording of the CMU Graphics Lab: joint angles at 120 Hz.</summary>
internal sealed class AcclaimCapture : ICapture
{
    private const double FramesPerSecond = 120;

    private static readonly string[] Scaled = ["lfemur", "rfemur", "ltibia", "rtibia", "lfoot", "rfoot", "lhumerus", "rhumerus", "lradius", "rradius", "lowerback", "upperback", "thorax"];

    private readonly AcclaimSkeleton _bones;
    private readonly IReadOnlyList<Dictionary<string, float[]>> _frames;
    private readonly Dictionary<string, (float[] Mean, float[] Factor)> _amounts = [];
    private readonly Dictionary<string, Vector3> _ends = [];
    private readonly Dictionary<string, float[]> _now = [];

    private AcclaimCapture(AcclaimSkeleton bones, IReadOnlyList<Dictionary<string, float[]>> frames) => (_bones, _frames) = (bones, frames);

    public double Seconds => (_frames.Count - 1) / FramesPerSecond;

    public static AcclaimCapture Read(AcclaimSkeleton bones, string path)
    {
        var frames = new List<Dictionary<string, float[]>>();
        foreach (var words in TextFile.Lines(path).Select(TextFile.Words))
        {
            if (words.Length == 1 && int.TryParse(words[0], out _))
                frames.Add([]);
            else if (words.Length > 1 && frames.Count > 0)
                frames[^1][words[0]] = [.. words.Skip(1).Select(TextFile.Number)];
        }

        return new AcclaimCapture(bones, frames);
    }

    /// <summary>Each joint moves around its mean by more or less; both sides alike, or nearly.</summary>
    public ICapture Varied(SeededNumbers n)
    {
        var varied = new AcclaimCapture(_bones, _frames);
        var factors = new Dictionary<string, float>();
        foreach (var joint in Scaled)
        {
            var pair = joint.TrimStart('l', 'r');
            var factor = factors.TryGetValue(pair, out var other) ? other * n.Between(0.92f, 1.08f) : n.Between(0.6f, 1.3f);
            factors[pair] = factor;
            var (size, angles) = (_frames[0][joint].Length, _frames.Select(frame => frame[joint]));
            varied._amounts[joint] = (
                [.. Enumerable.Range(0, size).Select(i => angles.Average(a => a[i]) * n.Between(0.8f, 1.2f))],
                [.. Enumerable.Repeat(factor, size)]);
        }

        return varied;
    }

    public void Pose(double seconds, Skeleton s)
    {
        var at = Math.Clamp(seconds * FramesPerSecond, 0, _frames.Count - 1);
        var (before, part) = ((int)at, (float)(at - (int)at));
        var (a, b) = (_frames[before], _frames[Math.Min(before + 1, _frames.Count - 1)]);
        foreach (var (joint, angles) in a)
            _now[joint] = Mixed(joint, angles, b[joint], part);
        _bones.Place(_now, _ends);
        Leg(s, "l", LeftHip, LeftKnee, LeftAnkle, LeftHeel, LeftFootIndex);
        Leg(s, "r", RightHip, RightKnee, RightAnkle, RightHeel, RightFootIndex);
        (s[LeftShoulder], s[LeftElbow], s[LeftWrist]) = (_ends["lclavicle"], _ends["lhumerus"], _ends["lradius"]);
        (s[RightShoulder], s[RightElbow], s[RightWrist]) = (_ends["rclavicle"], _ends["rhumerus"], _ends["rradius"]);
        var (head, ahead) = ((_ends["upperneck"] + _ends["head"]) / 2, _ends["ahead"]);
        var left = Vector3.Normalize(s[LeftShoulder] - s[RightShoulder]);
        (s[Nose], s[LeftEar], s[RightEar]) = (head + (0.12f * ahead), head + (0.075f * left), head - (0.075f * left));
    }

    private float[] Mixed(string joint, float[] a, float[] b, float part)
    {
        var mixed = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            // The angles of the root may leap by a turn from one frame to the next.
            var value = a[i] + (part * (Math.Abs(b[i] - a[i]) > 180 ? 0 : b[i] - a[i]));
            mixed[i] = _amounts.TryGetValue(joint, out var amount) ? amount.Mean[i] + (amount.Factor[i] * (value - amount.Mean[i])) : value;
        }

        return mixed;
    }

    private void Leg(Skeleton s, string side, BodyLandmark hip, BodyLandmark knee, BodyLandmark ankle, BodyLandmark heel, BodyLandmark toes)
    {
        (s[hip], s[knee], s[ankle]) = (_ends[side + "hipjoint"], _ends[side + "femur"], _ends[side + "tibia"]);
        var (shank, ball) = (Vector3.Normalize(s[ankle] - s[knee]), _ends[side + "foot"]);
        var foot = Vector3.Normalize(ball - s[ankle]);
        s[toes] = _ends[side + "toes"];
        s[heel] = s[ankle] + (0.055f * shank) - (0.055f * Vector3.Normalize(foot - (Vector3.Dot(foot, shank) * shank)));
    }
}
