using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Wearables.Heart;

namespace PhysioEdge.Simulation.Tests.Wearables.Heart;

public class HeartCourseTests
{
    [Fact]
    public void At_rest_the_heart_keeps_its_resting_rate()
    {
        var course = Of(script => script.StandStill(30), loop: false);

        Assert.Equal(72, course.BeatsPerMinuteAt(TimeSpan.FromSeconds(25)), 1.0);
    }

    [Fact]
    public void Squats_raise_the_heart_rate_more_than_raising_an_arm()
    {
        var squats = Of(s => s.Repeat(ScriptedExercise.Squat, Side.Both, 10, new RepetitionPlan { RangeDegrees = 100 }).Rest(20), loop: false);
        var arm = Of(s => s.Repeat(ScriptedExercise.ShoulderAbduction, Side.Left, 10, new RepetitionPlan { RangeDegrees = 100 }).Rest(20), loop: false);
        var (after, later) = (TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(50));

        Assert.True(squats.BeatsPerMinuteAt(after) > 82);
        Assert.True(arm.BeatsPerMinuteAt(after) < 78);
        Assert.True(squats.BeatsPerMinuteAt(later) < squats.BeatsPerMinuteAt(after));
    }

    [Fact]
    public void Where_the_script_begins_again_the_heart_does_not()
    {
        var course = Of(s => s.Repeat(ScriptedExercise.Squat, Side.Both, 8, new RepetitionPlan { RangeDegrees = 100 }), loop: true);
        var pass = Script(s => s.Repeat(ScriptedExercise.Squat, Side.Both, 8, new RepetitionPlan { RangeDegrees = 100 })).Duration;

        for (var i = 1; i < 20; i++)
        {
            var (before, after) = (course.BeatsPerMinuteAt((i * pass) - TimeSpan.FromMilliseconds(1)), course.BeatsPerMinuteAt((i * pass) + TimeSpan.FromMilliseconds(1)));
            Assert.Equal(before, after, 0.2);
            Assert.InRange(after, 75, 150);
        }
    }

    private static HeartCourse Of(Func<MotionScriptBuilder, MotionScriptBuilder> build, bool loop) => new(Script(build), 72, new HeartOptions(), loop);

    private static MotionScript Script(Func<MotionScriptBuilder, MotionScriptBuilder> build) => build(new MotionScriptBuilder(new BodySize())).Build();
}
