using System.Numerics;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Tests.Samples;

public class JumpFilterTests
{
    private readonly JumpFilter _filter = new();

    [Fact]
    public void A_knee_that_is_elsewhere_in_one_picture_stays_where_it_was()
    {
        var settled = Run(At(0, 10), At(1, 12), At(2, 90), At(3, 14), At(4, 16));

        Assert.Equal(Ankle(Poses.WithLeftKnee(14)), Ankle(settled[2]));
    }

    [Fact]
    public void A_movement_that_goes_on_is_not_changed_but_known_a_picture_later()
    {
        var settled = Run(At(0, 0), At(1, 20), At(2, 40), At(3, 60));

        Assert.Equal([0, 1, 2, 3], settled.Select(p => p.CapturedAt.TotalSeconds));
        Assert.Equal([.. new double[] { 0, 20, 40, 60 }.Select(d => Ankle(Poses.WithLeftKnee(d)))], settled.Select(Ankle));
    }

    [Fact]
    public void A_pose_with_a_foot_above_the_hip_is_left_out()
    {
        var impossible = Poses.Standing().Raw;
        impossible[LeftAnkle] = impossible[LeftAnkle] with { World = new Vector3(0.15f, -0.4f, 0) };

        var settled = Run(At(0, 0), new PoseFrame { CapturedAt = TimeSpan.FromSeconds(1), HasPose = true, PoseProbability = 1, Raw = impossible }, At(2, 0));

        Assert.Equal([0, 2], settled.Select(p => p.CapturedAt.TotalSeconds));
    }

    [Fact]
    public void Pictures_without_a_pose_pass_as_they_are_and_change_no_other()
    {
        var settled = Run(At(0, 10), new PoseFrame { CapturedAt = TimeSpan.FromSeconds(1) }, At(2, 50));

        Assert.Equal([true, false, true], settled.Select(p => p.HasPose));
        Assert.Equal(Ankle(Poses.WithLeftKnee(50)), Ankle(settled[2]));
    }

    [Fact]
    public void A_body_in_space_that_bends_by_60_degrees_in_one_picture_does_not()
    {
        var settled = Run(InSpace(0, 10), InSpace(1, 70), InSpace(2, 14), InSpace(3, 16));

        Assert.Equal([10, 14, 16, 16], settled.Select(p => p.Body!.Value.Angles[JointAngle.KneeLeft].Degrees));
    }

    [Fact]
    public void Nothing_comes_out_of_nothing() => Assert.False(_filter.Finish(out _));

    private static PoseFrame At(double seconds, double kneeDegrees) => new()
    {
        CapturedAt = TimeSpan.FromSeconds(seconds),
        HasPose = true,
        PoseProbability = 1,
        Raw = Poses.WithLeftKnee(kneeDegrees).Raw,
    };

    private static PoseFrame InSpace(double seconds, double kneeDegrees)
    {
        var angles = default(AngleSet);
        angles[JointAngle.KneeLeft] = AngleReading.Expected(kneeDegrees, 3);
        return At(seconds, kneeDegrees) with { Body = new BodyInSpace(Poses.WithLeftKnee(kneeDegrees).Raw, angles, default) };
    }

    private static Vector3 Ankle(PoseFrame pose) => pose.Raw[LeftAnkle].World;

    private List<PoseFrame> Run(params PoseFrame[] poses)
    {
        var settled = new List<PoseFrame>();
        foreach (var pose in poses)
        {
            if (_filter.Add(pose, out var next))
                settled.Add(next);
        }

        if (_filter.Finish(out var last))
            settled.Add(last);
        return settled;
    }
}
