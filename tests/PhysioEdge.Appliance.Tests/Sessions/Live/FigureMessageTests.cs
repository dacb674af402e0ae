using System.Numerics;
using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

public class FigureMessageTests
{
    [Fact]
    public void A_pose_becomes_whole_numbers_in_a_box_as_high_as_a_thousand()
    {
        var landmarks = default(LandmarkSet);
        landmarks[BodyLandmark.Nose] = new Landmark(new Vector2(240, 64), 1, default);
        landmarks[BodyLandmark.RightFootIndex] = new Landmark(new Vector2(480, 640), 0.5f, default);
        landmarks[BodyLandmark.LeftHip] = new Landmark(default, 0, new Vector3(0, 0, 0.2f));

        var message = Write(new PoseFrame { CapturedAt = default, HasPose = true, Smoothed = landmarks }, new TracePoint(12.346, 83.26), Side.Left);

        Assert.Equal((12.35, 83.3, 750), (message.GetProperty("t").GetDouble(), message.GetProperty("x").GetDouble(), message.GetProperty("w").GetInt32()));
        var points = message.GetProperty("p").EnumerateArray().Select(p => p.GetInt32()).ToList();
        Assert.Equal(42, points.Count);
        Assert.Equal([375, 100], points.Take(2));
        Assert.Equal([750, 1000], points.TakeLast(2));
        Assert.Equal("900000000000000000004", message.GetProperty("v").GetString());
        Assert.Equal(("right", "left"), (message.GetProperty("near").GetString(), message.GetProperty("side").GetString()));
    }

    [Fact]
    public void Nobody_has_no_points()
    {
        var message = Write(new PoseFrame { CapturedAt = default }, new TracePoint(1, double.NaN), Side.Both);

        Assert.False(message.TryGetProperty("p", out _));
        Assert.Equal(JsonValueKind.Null, message.GetProperty("x").ValueKind);
    }

    private static JsonElement Write(in PoseFrame pose, TracePoint point, Side side)
        => JsonElement.Parse(new FigureMessage().Write(pose, 480, 640, point, side));
}
