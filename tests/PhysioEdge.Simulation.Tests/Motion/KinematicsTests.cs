using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Tests.Motion;

public sealed class KinematicsTests
{
    private const float MetresTolerance = 1e-5f;

    private static readonly BodySize Body = new();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(135)]
    public void A_knee_flexed_by_so_much_has_that_three_point_angle(float flexion)
    {
        var leg = new LegPosture(70, 6, flexion, 20);

        var angles = AnglesOf(new Posture { LeftLeg = leg, RightLeg = leg, TrunkLeanDegrees = 30 });

        Assert.Equal(flexion, angles.KneeLeft, 0.01f);
        Assert.Equal(flexion, angles.KneeRight, 0.01f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(62)]
    [InlineData(140)]
    public void An_elbow_flexed_by_so_much_has_that_three_point_angle(float flexion)
    {
        var arm = new ArmPosture(40, 25, flexion);

        var angles = AnglesOf(new Posture { LeftArm = arm, RightArm = arm });

        Assert.Equal(flexion, angles.ElbowLeft, 0.01f);
        Assert.Equal(flexion, angles.ElbowRight, 0.01f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(60)]
    public void The_trunk_leans_as_far_as_it_is_told(float lean) =>
        Assert.Equal(lean, AnglesOf(new Posture { TrunkLeanDegrees = lean }).Trunk, 0.01f);

    [Fact]
    public void A_leg_alone_keeps_its_hip_angle_when_the_trunk_leans_over_it()
    {
        var upright = AnglesOf(new Posture { LeftLeg = new LegPosture(80, 0, 90, 0) });
        var leaning = AnglesOf(new Posture { LeftLeg = new LegPosture(110, 0, 90, 0), TrunkLeanDegrees = 30 });

        Assert.True(leaning.HipLeft > upright.HipLeft + 25, $"{upright.HipLeft} → {leaning.HipLeft}");
    }

    [Fact]
    public void Segments_keep_their_lengths_in_every_posture_and_place()
    {
        var script = new MotionScriptBuilder(Body, seed: 3) { SwayDegrees = 1 }
            .Repeat(ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = 110, SideDifferenceDegrees = 12 })
            .Repeat(ScriptedExercise.KneeExtension, Side.Left, new RepetitionPlan { RangeDegrees = 80 })
            .Repeat(ScriptedExercise.ShoulderAbduction, Side.Right, new RepetitionPlan { RangeDegrees = 150 })
            .Build();
        var skeleton = new Skeleton();
        for (var seconds = 0.0; seconds < script.Duration.TotalSeconds; seconds += 0.1)
        {
            Kinematics.Pose(Body, script.PostureAt(TimeSpan.FromSeconds(seconds)), skeleton);
            skeleton.MoveTo(new Vector3(1, 0, -2), 70);

            Assert.Equal(Body.Thigh, Length(skeleton, BodyLandmark.LeftHip, BodyLandmark.LeftKnee), MetresTolerance);
            Assert.Equal(Body.Thigh, Length(skeleton, BodyLandmark.RightHip, BodyLandmark.RightKnee), MetresTolerance);
            Assert.Equal(Body.Shank, Length(skeleton, BodyLandmark.LeftKnee, BodyLandmark.LeftAnkle), MetresTolerance);
            Assert.Equal(Body.Shank, Length(skeleton, BodyLandmark.RightKnee, BodyLandmark.RightAnkle), MetresTolerance);
            Assert.Equal(Body.HipSpacing, Length(skeleton, BodyLandmark.LeftHip, BodyLandmark.RightHip), MetresTolerance);
            Assert.Equal(Body.UpperArm, Length(skeleton, BodyLandmark.RightShoulder, BodyLandmark.RightElbow), MetresTolerance);
            Assert.Equal(Body.Forearm, Length(skeleton, BodyLandmark.LeftElbow, BodyLandmark.LeftWrist), MetresTolerance);
        }
    }

    [Fact]
    public void A_standing_body_is_as_tall_as_it_says()
    {
        var skeleton = Pose(default);

        var crown = skeleton.HeadCentre.Y + (Body.HeadHeight / 2);
        Assert.Equal(Body.HeightMetres + BodySize.ShoeSole, crown, 0.02f);
    }

    [Fact]
    public void The_left_side_is_on_the_left_of_someone_who_faces_forward()
    {
        var skeleton = Pose(default);

        Assert.True(skeleton[BodyLandmark.LeftHip].X > skeleton[BodyLandmark.RightHip].X);
        Assert.True(skeleton[BodyLandmark.LeftEye].X > skeleton[BodyLandmark.RightEye].X);
        Assert.True(skeleton[BodyLandmark.Nose].Z > skeleton.HeadCentre.Z);
        Assert.True(skeleton[BodyLandmark.LeftFootIndex].Z > skeleton[BodyLandmark.LeftHeel].Z);
    }

    [Fact]
    public void Turning_to_the_own_left_faces_left()
    {
        var skeleton = Pose(default);

        skeleton.MoveTo(Vector3.Zero, 90);

        Assert.True(skeleton[BodyLandmark.Nose].X > skeleton.HeadCentre.X + 0.05f);
    }

    [Fact]
    public void A_hand_hangs_with_its_thumb_in_front_and_its_little_finger_behind()
    {
        var skeleton = Pose(default);

        Assert.True(skeleton[BodyLandmark.LeftThumb].Z > skeleton[BodyLandmark.LeftPinky].Z);
        Assert.True(skeleton[BodyLandmark.RightThumb].Z > skeleton[BodyLandmark.RightPinky].Z);
    }

    private static TrueAngles AnglesOf(Posture posture) => TrueAngles.Of(Pose(posture));

    private static Skeleton Pose(Posture posture)
    {
        var skeleton = new Skeleton();
        Kinematics.Pose(Body, posture, skeleton);
        return skeleton;
    }

    private static float Length(Skeleton skeleton, BodyLandmark from, BodyLandmark to) => Vector3.Distance(skeleton[from], skeleton[to]);
}
