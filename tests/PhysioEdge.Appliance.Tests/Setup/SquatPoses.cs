using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>Somebody seen from the side whose knees and hips bend by a given angle; every landmark in plain view.</summary>
internal static class SquatPoses
{
    private const double Length = 0.45;

    public static PoseFrame At(TimeSpan at, double kneeDegrees)
    {
        var knee = kneeDegrees * Math.PI / 180;
        var (shank, thigh, trunk) = (knee * 0.4, -knee * 0.6, knee * 0.3);
        var ankle = new Vector2(0, 0.9f);
        var kneeAt = ankle + Up(shank);
        var hip = kneeAt + Up(thigh);
        var shoulder = hip + Up(trunk);
        var landmarks = default(LandmarkSet);
        Set(ref landmarks, ankle, LeftAnkle, RightAnkle, LeftHeel, RightHeel);
        Set(ref landmarks, ankle + new Vector2(0.2f, 0.05f), LeftFootIndex, RightFootIndex);
        Set(ref landmarks, kneeAt, LeftKnee, RightKnee);
        Set(ref landmarks, hip, LeftHip, RightHip);
        Set(ref landmarks, shoulder, LeftShoulder, RightShoulder);
        Set(ref landmarks, shoulder + new Vector2(0.02f, -0.2f), Nose, LeftEar, RightEar);
        Set(ref landmarks, shoulder + new Vector2(0, 0.3f), LeftElbow, RightElbow);
        Set(ref landmarks, shoulder + new Vector2(0.1f, 0.5f), LeftWrist, RightWrist);
        return new PoseFrame { CapturedAt = at, HasPose = true, PoseProbability = 1, Raw = landmarks, Smoothed = landmarks };
    }

    private static Vector2 Up(double lean) => new((float)(Length * Math.Sin(lean)), (float)(-Length * Math.Cos(lean)));

    private static void Set(ref LandmarkSet landmarks, Vector2 at, params ReadOnlySpan<BodyLandmark> names)
    {
        foreach (var name in names)
        {
            var side = (int)name % 2 == 0 ? 0.1f : -0.1f;
            landmarks[name] = new Landmark(new Vector2(240 + (at.X * 250), 340 + (at.Y * 250)), 1, new Vector3(at, side));
        }
    }
}
