using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Tests;

/// <summary>Poses by hand: y down, the patient faces the camera (−z), so that the patient's left is at +x.</summary>
internal static class Poses
{
    public static PoseFrame Standing((BodyLandmark Name, float Value)? visibility = null) => Build(kneeDegrees: 0, visibility);

    public static PoseFrame WithLeftKnee(double degrees) => Build(degrees, null);

    public static PoseFrame Transform(PoseFrame pose, Matrix4x4 by)
    {
        var landmarks = pose.Raw;
        for (var i = 0; i < LandmarkSet.Count; i++)
            landmarks[i] = landmarks[i] with { World = Vector3.Transform(landmarks[i].World, by) };
        return new PoseFrame { CapturedAt = pose.CapturedAt, HasPose = true, PoseProbability = 1, Raw = landmarks };
    }

    private static PoseFrame Build(double kneeDegrees, (BodyLandmark Name, float Value)? visibility)
    {
        var landmarks = default(LandmarkSet);
        for (var i = 0; i < LandmarkSet.Count; i++)
            landmarks[i] = new Landmark(default, 1, new Vector3(0, -0.7f, 0));
        foreach (var (x, shoulder, elbow, wrist, hip, knee, ankle, foot) in new[]
        {
            (0.15f, LeftShoulder, LeftElbow, LeftWrist, LeftHip, LeftKnee, LeftAnkle, LeftFootIndex),
            (-0.15f, RightShoulder, RightElbow, RightWrist, RightHip, RightKnee, RightAnkle, RightFootIndex),
        })
        {
            var bend = x > 0 ? kneeDegrees * Math.PI / 180 : 0;
            var shank = 0.4f * new Vector3(0, (float)Math.Cos(bend), (float)Math.Sin(bend));
            Set(shoulder, new Vector3(x, -0.5f, 0));
            Set(elbow, new Vector3(x, -0.2f, 0));
            Set(wrist, new Vector3(x, 0.1f, 0));
            Set(hip, new Vector3(x, 0, 0));
            Set(knee, new Vector3(x, 0.4f, 0));
            Set(ankle, new Vector3(x, 0.4f, 0) + shank);
            Set(foot, new Vector3(x, 0.4f, 0) + shank + new Vector3(0, 0, -0.15f));
        }

        if (visibility is { } v)
            landmarks[v.Name] = landmarks[v.Name] with { Visibility = v.Value };
        return new PoseFrame { CapturedAt = TimeSpan.Zero, HasPose = true, PoseProbability = 1, Raw = landmarks };

        void Set(BodyLandmark name, Vector3 at) => landmarks[name] = new Landmark(default, 1, at);
    }
}
