using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Annotation;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Tests.Pose;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Vision.Tests.Annotation;

public sealed class SkeletonPainterTests
{
    private const int Grey = 128;

    private static readonly BodyLandmark[] LeftJoints = [LeftHip, LeftElbow, LeftWrist, LeftKnee, LeftAnkle, LeftHeel, LeftFootIndex];
    private static readonly BodyLandmark[] RightJoints = [RightHip, RightElbow, RightWrist, RightKnee, RightAnkle, RightHeel, RightFootIndex];

    [Fact]
    public void The_left_joints_are_orange_and_the_right_ones_blue_where_the_landmarks_are()
    {
        var frame = Pictures.Plain(640, 480);

        SkeletonPainter.Paint(frame, Pose(), []);

        foreach (var joint in LeftJoints)
            Assert.Equal((255, 150, 40), ColourAt(frame, Place(joint)));
        foreach (var joint in RightJoints)
            Assert.Equal((60, 160, 255), ColourAt(frame, Place(joint)));
    }

    [Fact]
    public void A_bone_is_drawn_between_its_joints()
    {
        var frame = Pictures.Plain(640, 480);

        SkeletonPainter.Paint(frame, Pose(), []);

        Assert.Equal((255, 150, 40), ColourAt(frame, (Place(LeftKnee) + Place(LeftAnkle)) / 2));
        Assert.Equal((60, 160, 255), ColourAt(frame, (Place(RightElbow) + Place(RightWrist)) / 2));
    }

    [Fact]
    public void Landmarks_in_pixels_of_a_larger_recording_are_drawn_in_their_place()
    {
        var frame = Pictures.Plain(640, 480);
        (frame.SourceWidth, frame.SourceHeight) = (1280, 960);

        SkeletonPainter.Paint(frame, Pose(scale: 2), []);

        Assert.Equal((255, 150, 40), ColourAt(frame, Place(LeftKnee)));
        Assert.Equal((60, 160, 255), ColourAt(frame, Place(RightKnee)));
    }

    [Fact]
    public void What_is_hardly_visible_is_not_drawn()
    {
        var frame = Pictures.Plain(640, 480);

        SkeletonPainter.Paint(frame, Pose(visibility: 0.29f), []);

        Assert.Equal(0, Painted(frame));
    }

    [Fact]
    public void Without_a_pose_the_picture_stays_as_it_is()
    {
        var frame = Pictures.Plain(640, 480);

        SkeletonPainter.Paint(frame, new PoseFrame { CapturedAt = default }, []);

        Assert.Equal(0, Painted(frame));
    }

    [Theory]
    [InlineData(-1e9f)]
    [InlineData(5000)]
    [InlineData(float.NaN)]
    public void Landmarks_outside_the_picture_do_no_harm(float at)
    {
        var frame = Pictures.Plain(64, 48);
        var landmarks = default(LandmarkSet);
        for (var i = 0; i < LandmarkSet.Count; i++)
            landmarks[i] = new Landmark(new Vector2(at, i % 2 == 0 ? at : 20), 1, default);

        SkeletonPainter.Paint(frame, new PoseFrame { CapturedAt = default, HasPose = true, Smoothed = landmarks }, ["knee 90°"]);

        Assert.Equal(64 * 48 * 3, frame.Rgb.Length);
    }

    [Fact]
    public void Each_line_of_text_stands_below_the_one_before()
    {
        var (one, two) = (Pictures.Plain(640, 480), Pictures.Plain(640, 480));
        var nobody = new PoseFrame { CapturedAt = default };

        SkeletonPainter.Paint(one, nobody, ["Knee 90"]);
        SkeletonPainter.Paint(two, nobody, ["Knee 90", "Rep 3"]);

        Assert.InRange(LowestPainted(one), 10, 100);
        Assert.InRange(LowestPainted(two) - LowestPainted(one), 10, 100);
    }

    /// <summary>A pose whose landmarks lie apart from each other.</summary>
    internal static PoseFrame Pose(float scale = 1, float visibility = 1)
    {
        var landmarks = default(LandmarkSet);
        foreach (var landmark in Enum.GetValues<BodyLandmark>())
            landmarks[landmark] = new Landmark(scale * Place(landmark), visibility, default);
        return new PoseFrame { CapturedAt = default, HasPose = true, Smoothed = landmarks };
    }

    /// <summary>The left in the right half of the picture, one below the other.</summary>
    internal static Vector2 Place(BodyLandmark landmark) =>
        new((int)landmark % 2 == 1 ? 400 + (2 * (int)landmark) : 200 - (2 * (int)landmark), 100 + (11 * (int)landmark));

    private static (int Red, int Green, int Blue) ColourAt(VideoFrame frame, Vector2 at)
    {
        var pixel = Pictures.Pixel(frame, (int)at.X, (int)at.Y);
        return (pixel[0], pixel[1], pixel[2]);
    }

    private static int Painted(VideoFrame frame) => frame.Rgb.ToArray().Count(value => value != Grey);

    private static int LowestPainted(VideoFrame frame) => frame.Rgb.LastIndexOfAnyExcept((byte)Grey) / (frame.Width * 3);
}
