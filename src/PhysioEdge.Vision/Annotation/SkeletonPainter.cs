using System.Runtime.InteropServices;
using OpenCvSharp;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Capture;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Vision.Annotation;

/// <summary>Draws a pose and a few lines of text into a picture: the patient's left in orange, the right in blue.</summary>
internal static class SkeletonPainter
{
    private const float LeastVisibility = 0.3f;

    private static readonly Scalar Left = new(255, 150, 40);
    private static readonly Scalar Right = new(60, 160, 255);
    private static readonly Scalar Middle = new(235, 235, 235);
    private static readonly Scalar Shadow = new(0, 0, 0);

    private static readonly (BodyLandmark From, BodyLandmark To, Scalar Colour)[] Bones =
    [
        (LeftShoulder, RightShoulder, Middle), (LeftHip, RightHip, Middle),
        (LeftShoulder, LeftHip, Left), (LeftShoulder, LeftElbow, Left), (LeftElbow, LeftWrist, Left),
        (LeftHip, LeftKnee, Left), (LeftKnee, LeftAnkle, Left), (LeftAnkle, LeftHeel, Left), (LeftHeel, LeftFootIndex, Left), (LeftAnkle, LeftFootIndex, Left),
        (RightShoulder, RightHip, Right), (RightShoulder, RightElbow, Right), (RightElbow, RightWrist, Right),
        (RightHip, RightKnee, Right), (RightKnee, RightAnkle, Right), (RightAnkle, RightHeel, Right), (RightHeel, RightFootIndex, Right), (RightAnkle, RightFootIndex, Right),
        (LeftEar, LeftEye, Left), (RightEar, RightEye, Right), (LeftEye, Nose, Middle), (RightEye, Nose, Middle),
    ];

    public static unsafe void Paint(VideoFrame frame, in PoseFrame pose, IReadOnlyList<string> lines)
    {
        fixed (byte* pixels = &MemoryMarshal.GetReference(frame.Rgb))
        {
            using var picture = Mat.FromPixelData(frame.Height, frame.Width, MatType.CV_8UC3, (nint)pixels);
            var thickness = Math.Max(1, Math.Max(frame.Width, frame.Height) / 320);
            if (pose.HasPose)
                PaintBones(picture, pose.Smoothed, (float)frame.Width / frame.SourceWidth, thickness);
            for (var i = 0; i < lines.Count; i++)
                PaintLine(picture, lines[i], i, thickness);
        }
    }

    private static void PaintBones(Mat picture, in LandmarkSet landmarks, float scale, int thickness)
    {
        foreach (var (from, to, colour) in Bones)
        {
            var (a, b) = (landmarks[from], landmarks[to]);
            if (Math.Min(a.Visibility, b.Visibility) < LeastVisibility)
                continue;
            Cv2.Line(picture, At(a, scale), At(b, scale), colour, thickness, LineTypes.AntiAlias);
            Cv2.Circle(picture, At(b, scale), thickness + 1, colour, -1, LineTypes.AntiAlias);
        }
    }

    private static void PaintLine(Mat picture, string text, int row, int thickness)
    {
        var size = 0.3 + (0.25 * thickness);
        var at = new Point(8 * thickness, (int)(34 * size * (row + 1)) + (4 * thickness));
        Cv2.PutText(picture, text, at, HersheyFonts.HersheySimplex, size, Shadow, 3 * thickness, LineTypes.AntiAlias);
        Cv2.PutText(picture, text, at, HersheyFonts.HersheySimplex, size, Middle, thickness, LineTypes.AntiAlias);
    }

    private static Point At(Landmark landmark, float scale)
        => new((int)Math.Clamp(landmark.Pixel.X * scale, -9999, 9999), (int)Math.Clamp(landmark.Pixel.Y * scale, -9999, 9999));
}
