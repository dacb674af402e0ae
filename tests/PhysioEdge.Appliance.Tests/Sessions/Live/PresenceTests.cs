using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

public class PresenceTests
{
    [Theory]
    [InlineData(200, 630, Presence.Whole)]
    [InlineData(200, 641, Presence.Partly)]
    [InlineData(-1, 630, Presence.Partly)]
    public void The_whole_body_has_to_be_in_the_picture(float ankleX, float ankleY, object presence)
    {
        var landmarks = default(LandmarkSet);
        landmarks[BodyLandmark.LeftAnkle] = new Landmark(new Vector2(ankleX, ankleY), 1, default);

        Assert.Equal((Presence)presence, Presences.In(new PoseFrame { CapturedAt = default, HasPose = true, Smoothed = landmarks }, 480, 640));
    }

    [Fact]
    public void Nobody_is_nobody() => Assert.Equal(Presence.Nobody, Presences.In(new PoseFrame { CapturedAt = default }, 480, 640));
}
