using System.Numerics;
using CsCheck;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.JointAngles;

public class JointAngleCalculatorTests
{
    [Fact]
    public void Standing_straight_reads_zero_everywhere_but_at_the_ankle()
    {
        var angles = JointAngleCalculator.Measure(Poses.Standing()).Angles;

        foreach (var angle in Enum.GetValues<JointAngle>().Except([JointAngle.AnkleLeft, JointAngle.AnkleRight]))
            Assert.Equal(0, angles[angle].Degrees, 1e-3);
        Assert.Equal(90, angles[JointAngle.AnkleLeft].Degrees, 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(135)]
    public void A_bent_left_knee_reads_its_flexion_on_the_left_only(double degrees)
    {
        var angles = JointAngleCalculator.Measure(Poses.WithLeftKnee(degrees)).Angles;

        Assert.Equal(degrees, angles[JointAngle.KneeLeft].Degrees, 0.01);
        Assert.Equal(0, angles[JointAngle.KneeRight].Degrees, 1e-3);
    }

    [Fact]
    public void Angles_do_not_change_when_the_patient_turns_or_stands_elsewhere()
    {
        var gen = Gen.Select(Gen.Float[-3.1f, 3.1f], Gen.Float[-2, 2], Gen.Double[0, 150]);
        gen.Sample((yaw, shift, knee) =>
        {
            var pose = Poses.WithLeftKnee(knee);
            var turned = Poses.Transform(pose, Matrix4x4.CreateRotationY(yaw) * Matrix4x4.CreateTranslation(shift, -shift, shift));

            var (before, after) = (JointAngleCalculator.Measure(pose), JointAngleCalculator.Measure(turned));

            foreach (var angle in Enum.GetValues<JointAngle>())
                Assert.Equal(before.Angles[angle].Degrees, after.Angles[angle].Degrees, 0.2);
        });
    }

    [Fact]
    public void A_leaning_trunk_reads_its_inclination()
    {
        var pose = Poses.Standing();
        var lean = Matrix4x4.CreateRotationX(MathF.PI / 6);

        Assert.Equal(30, JointAngleCalculator.Measure(Poses.Transform(pose, lean)).Angles[JointAngle.Trunk].Degrees, 0.01);
    }

    [Fact]
    public void A_knee_that_falls_inwards_is_seen_from_in_front_and_behind_and_unknown_from_the_side()
    {
        var pose = Poses.Standing();
        var landmarks = pose.Raw;
        landmarks[BodyLandmark.LeftKnee] = landmarks[BodyLandmark.LeftKnee] with { World = landmarks[BodyLandmark.LeftKnee].World - new Vector3(0.04f, 0, 0) };
        pose = new PoseFrame { CapturedAt = default, HasPose = true, PoseProbability = 1, Raw = landmarks };
        var fromBehind = Poses.Transform(pose, Matrix4x4.CreateRotationY(MathF.PI));

        var posture = JointAngleCalculator.Measure(pose).Posture;

        Assert.Equal(11.4, posture.LeftKneeValgusDegrees, 0.1);
        Assert.Equal(0, posture.RightKneeValgusDegrees, 0.1);
        Assert.Equal(11.4, JointAngleCalculator.Measure(fromBehind).Posture.LeftKneeValgusDegrees, 0.1);
        Assert.Equal(double.NaN, JointAngleCalculator.Measure(Poses.Transform(pose, Matrix4x4.CreateRotationY(MathF.PI / 3))).Posture.LeftKneeValgusDegrees);
    }

    [Fact]
    public void What_the_pictures_tell_together_comes_before_what_one_shows()
    {
        var angles = default(AngleSet);
        ((Span<AngleReading>)angles).Fill(AngleReading.Expected(42, 3));
        var pose = Poses.Standing() with { Body = new BodyInSpace(Poses.Standing().Raw, angles, default) };

        var measured = JointAngleCalculator.Measure(pose);

        Assert.Equal(42, measured.Angles[JointAngle.KneeLeft].Degrees);
        Assert.Equal(AngleReading.Expected(42, 3).Quality, measured.Quality, 1e-9);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(90, 0)]
    public void A_lean_to_the_side_is_that_of_the_picture_where_the_picture_shows_it(float yawDegrees, double expected)
    {
        var yaw = Matrix4x4.CreateRotationY(float.DegreesToRadians(yawDegrees));
        var upright = Poses.Transform(Poses.Standing(), yaw);
        var leaning = Poses.Standing().Raw;
        foreach (var shoulder in (BodyLandmark[])[BodyLandmark.LeftShoulder, BodyLandmark.RightShoulder])
            leaning[shoulder] = leaning[shoulder] with { World = Vector3.Transform(leaning[shoulder].World, Matrix4x4.CreateRotationZ(float.DegreesToRadians(-20))) };
        var seen = Poses.Transform(Poses.Standing() with { Raw = leaning }, yaw);

        var posture = JointAngleCalculator.Measure(seen with { Body = new BodyInSpace(upright.Raw, default, default) }).Posture;

        Assert.Equal(expected, Math.Abs(posture.TrunkRightDegrees), 0.5);
    }

    [Fact]
    public void Trunk_and_shoulders_of_whoever_leans_to_the_side_are_not_shown_as_facts()
    {
        var angles = default(AngleSet);
        ((Span<AngleReading>)angles).Fill(AngleReading.Expected(42, 3));
        var upright = Poses.Standing() with { Body = new BodyInSpace(Poses.Standing().Raw, angles, default) };
        var leaning = Poses.Standing().Raw;
        foreach (var shoulder in (BodyLandmark[])[BodyLandmark.LeftShoulder, BodyLandmark.RightShoulder])
            leaning[shoulder] = leaning[shoulder] with { World = Vector3.Transform(leaning[shoulder].World, Matrix4x4.CreateRotationZ(float.DegreesToRadians(-25))) };

        var (straight, aside) = (JointAngleCalculator.Measure(upright).Angles, JointAngleCalculator.Measure(upright with { Raw = leaning }).Angles);

        Assert.All((JointAngle[])[JointAngle.Trunk, JointAngle.ShoulderLeft, JointAngle.ShoulderRight], angle =>
        {
            Assert.True(straight[angle].IsTrusted);
            Assert.False(aside[angle].IsTrusted);
            Assert.Equal(42, aside[angle].Degrees);
        });
        Assert.Equal(straight[JointAngle.KneeLeft], aside[JointAngle.KneeLeft]);
    }

    [Fact]
    public void A_frame_without_a_pose_has_unknown_angles_and_no_quality()
    {
        var frame = JointAngleCalculator.Measure(new PoseFrame { CapturedAt = TimeSpan.FromSeconds(3) });

        Assert.Equal(TimeSpan.FromSeconds(3), frame.CapturedAt);
        Assert.Equal(0, frame.Quality);
        Assert.All(Enum.GetValues<JointAngle>(), a => Assert.False(frame.Angles[a].IsKnown));
    }

    [Fact]
    public void The_least_visible_landmark_decides_the_quality_of_an_angle()
    {
        var pose = Poses.Standing(visibility: (BodyLandmark.LeftAnkle, 0.2f));

        var angles = JointAngleCalculator.Measure(pose).Angles;

        Assert.Equal(0.2, angles[JointAngle.KneeLeft].Quality, 1e-6);
        Assert.Equal(1, angles[JointAngle.KneeRight].Quality, 1e-6);
    }

    [Fact]
    public void Landmarks_that_coincide_give_an_unknown_angle_not_a_number()
    {
        var landmarks = Poses.Standing().Raw;
        landmarks[BodyLandmark.LeftKnee] = landmarks[BodyLandmark.LeftHip];
        var pose = new PoseFrame { CapturedAt = TimeSpan.Zero, HasPose = true, PoseProbability = 1, Raw = landmarks };

        Assert.False(JointAngleCalculator.Measure(pose).Angles[JointAngle.KneeLeft].IsKnown);
    }
}
