using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>Pictures made from others.</summary>
internal static class Pictures
{
    private const byte Grey = 128;

    /// <summary>A picture of nothing.</summary>
    public static VideoFrame Plain(int width, int height)
    {
        var frame = new VideoFrame { SourceWidth = width, SourceHeight = height };
        frame.Resize(width, height);
        frame.Rgb.Fill(Grey);
        return frame;
    }

    /// <summary>The picture at another size, nearest pixels.</summary>
    public static VideoFrame Resized(VideoFrame picture, int width, int height)
    {
        var frame = Plain(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                Pixel(picture, x * picture.Width / width, y * picture.Height / height).CopyTo(Pixel(frame, x, y));
        }

        return frame;
    }

    /// <summary>The picture somewhere in a larger, empty one; what does not fit is cut off.</summary>
    public static VideoFrame Pasted(VideoFrame picture, int width, int height, int left, int top)
    {
        var frame = Plain(width, height);
        for (var y = 0; y < Math.Min(picture.Height, height - top); y++)
            picture.Rgb.Slice(y * picture.Width * 3, picture.Width * 3).CopyTo(frame.Rgb[((((y + top) * width) + left) * 3)..]);
        return frame;
    }

    public static Span<byte> Pixel(VideoFrame frame, int x, int y) => frame.Rgb.Slice(((y * frame.Width) + x) * 3, 3);

    /// <summary>Asserts that the pose is the one expected of a golden picture, scaled and then moved; the tolerance is in its pixels before.</summary>
    public static void AssertNear(PoseFrame pose, ExpectedPose expected, VideoFrame picture, Vector2 offset, float scale, float tolerance)
    {
        Assert.True(pose.HasPose);
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var at = (pose.Smoothed[i].Pixel - offset) / scale;
            Assert.InRange((at - (expected.Fractions[i] * new Vector2(picture.Width, picture.Height))).Length(), 0, tolerance);
        }
    }
}
