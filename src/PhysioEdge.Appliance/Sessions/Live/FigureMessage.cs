using System.Buffers;
using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>
/// Writes a pose as a screen draws it: whole numbers in a box that is 1000 high and as wide as the picture is to its height.
/// </summary>
internal sealed class FigureMessage
{
    private const double BoxHeight = 1000;

    // The page knows this order too: figure.js.
    private static readonly BodyLandmark[] Drawn =
    [
        Nose, LeftEar, RightEar,
        LeftShoulder, RightShoulder, LeftElbow, RightElbow, LeftWrist, RightWrist, LeftIndex, RightIndex,
        LeftHip, RightHip, LeftKnee, RightKnee, LeftAnkle, RightAnkle, LeftHeel, RightHeel, LeftFootIndex, RightFootIndex,
    ];

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    /// <summary>The message, an array of its own.</summary>
    /// <param name="pose">The pose.</param>
    /// <param name="width">The width of the picture as recorded, pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="point">The newest point of the trace.</param>
    /// <param name="side">The side that moves.</param>
    public byte[] Write(in PoseFrame pose, int width, int height, TracePoint point, Side side)
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer);
        json.WriteStartObject();
        json.WriteNumber("t"u8, Math.Round(point.AtSeconds, 2));
        if (double.IsNaN(point.Value))
            json.WriteNull("x"u8);
        else
            json.WriteNumber("x"u8, Math.Round(point.Value, 1));
        if (point.UncertaintyDegrees is { } uncertainty)
            json.WriteNumber("u"u8, (int)Math.Round(Math.Min(uncertainty, 90)));
        json.WriteNumber("w"u8, (int)Math.Round(BoxHeight * width / height));
        if (pose.HasPose)
            WritePose(json, pose.Smoothed, BoxHeight / height, side);
        json.WriteEndObject();
        json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    private static void WritePose(Utf8JsonWriter json, in LandmarkSet landmarks, double scale, Side side)
    {
        Span<char> seen = stackalloc char[Drawn.Length];
        json.WriteStartArray("p"u8);
        for (var i = 0; i < Drawn.Length; i++)
        {
            var landmark = landmarks[Drawn[i]];
            seen[i] = (char)('0' + (int)(Math.Clamp(landmark.Visibility, 0, 1) * 9));
            json.WriteNumberValue(InBox(landmark.Pixel.X * scale));
            json.WriteNumberValue(InBox(landmark.Pixel.Y * scale));
        }

        json.WriteEndArray();
        json.WriteString("v"u8, seen);
        json.WriteString("near"u8, IsLeftNearer(landmarks) ? "left"u8 : "right"u8);
        json.WriteString("side"u8, side switch { Side.Left => "left"u8, Side.Right => "right"u8, _ => "both"u8 });
    }

    private static int InBox(double value) => (int)Math.Round(Math.Clamp(value, -9999, 9999));

    private static bool IsLeftNearer(in LandmarkSet landmarks)
        => landmarks[LeftHip].World.Z + landmarks[LeftShoulder].World.Z < landmarks[RightHip].World.Z + landmarks[RightShoulder].World.Z;
}
