using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>How much of the patient is in the picture.</summary>
internal enum Presence
{
    Nobody,

    /// <summary>A part of the body that the exercises need is outside the picture.</summary>
    Partly,

    Whole,
}

internal static class Presences
{
    private static readonly BodyLandmark[] Needed =
        [LeftShoulder, RightShoulder, LeftHip, RightHip, LeftKnee, RightKnee, LeftAnkle, RightAnkle];

    /// <summary>Looks whether head to feet are inside a picture of that size.</summary>
    public static Presence In(in PoseFrame pose, int width, int height)
    {
        if (!pose.HasPose)
            return Presence.Nobody;
        foreach (var name in Needed)
        {
            var pixel = pose.Smoothed[name].Pixel;
            if (pixel.X < 0 || pixel.Y < 0 || pixel.X >= width || pixel.Y >= height)
                return Presence.Partly;
        }

        return Presence.Whole;
    }
}
