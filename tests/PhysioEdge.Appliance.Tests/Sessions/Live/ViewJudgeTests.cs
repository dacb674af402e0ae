using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

public class ViewJudgeTests
{
    private static readonly ExerciseLimits Squats = new(ExerciseKind.Squat, Side.Both, 1, 10, TimeSpan.MaxValue, []);

    private readonly ViewJudge _judge = new();

    [Fact]
    public void Nothing_is_said_before_there_is_a_patient() => Assert.Null(_judge.Verdict);

    [Fact]
    public void A_view_that_carries_the_angle_is_named_with_how_sure_it_is()
    {
        Watch(facing: 44, uncertainty: 4, pictures: 60);

        Assert.Equal("from 45°, ± 4°", _judge.Verdict.ToString());
    }

    [Fact]
    public void A_view_that_does_not_says_where_to_put_the_camera()
    {
        Watch(facing: -4, uncertainty: 15, pictures: 60);

        Assert.Equal("from 5°, ± 15°: too unsure, best from 45°", _judge.Verdict.ToString());
    }

    [Fact]
    public void A_bad_moment_does_not_change_the_verdict()
    {
        Watch(facing: 45, uncertainty: 4, pictures: 600);
        Watch(facing: 5, uncertainty: 20, pictures: 20);

        Assert.False(_judge.Verdict!.Value.IsUnsure);
    }

    private void Watch(double facing, double uncertainty, int pictures)
    {
        var angles = default(AngleSet);
        ((Span<AngleReading>)angles).Fill(AngleReading.Expected(30, uncertainty / Math.Log(3)));
        for (var i = 0; i < pictures; i++)
            _judge.Watch(new AngleFrame(default, angles, 1) { Posture = new BodyPosture { IsKnown = true, FacingDegrees = facing } }, Squats);
    }
}
