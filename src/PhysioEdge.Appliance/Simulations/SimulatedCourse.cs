using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Appliance.Simulations;

/// <summary>The script of one exercise as it was asked for.</summary>
internal static class SimulatedCourse
{
    private const double StillSeconds = 2;
    private const float WalkMetres = 2.4f;

    /// <exception cref="InputException">The exercise cannot be done like that.</exception>
    public static MotionScript Of(ScriptedExercise exercise, CourseRequest course)
    {
        CourseRules.Check(exercise, course);
        return exercise == ScriptedExercise.Walking ? WalkOf(course) : RepetitionsOf(exercise, course);
    }

    private static MotionScript RepetitionsOf(ScriptedExercise exercise, CourseRequest course)
    {
        var side = course.Side ?? (CourseRules.IsOneSided(exercise) ? Side.Left : Side.Both);
        var script = BuilderFor(course, default);
        _ = exercise is ScriptedExercise.SitToStand or ScriptedExercise.KneeExtension ? script.SitStill(StillSeconds) : script.StandStill(StillSeconds);
        for (var i = 0; i < course.Repetitions; i++)
        {
            var moving = exercise == ScriptedExercise.Marching && side == Side.Both ? (i % 2 == 0 ? Side.Left : Side.Right) : side;
            script.Repeat(exercise, moving, PlanOf(exercise, moving, course, i));
        }

        return script.Rest(StillSeconds).Build();
    }

    /// <summary>To and fro, each way a repetition.</summary>
    private static MotionScript WalkOf(CourseRequest course)
    {
        var plan = new WalkPlan { Limp = course.Limp is { } side ? new Limp(side) : null };
        var script = BuilderFor(course, new FloorPlace(-WalkMetres / 2, 0, 0)).StandStill(StillSeconds);
        for (var i = 0; i < course.Repetitions; i++)
            script.Walk(plan, new FloorPoint((i % 2 == 0 ? 1 : -1) * WalkMetres / 2, 0));
        return script.Rest(StillSeconds).Build();
    }

    private static MotionScriptBuilder BuilderFor(CourseRequest course, FloorPlace start)
    {
        var build = Builds.Named[course.Build];
        var body = course.BodyHeightMetres is { } height ? build with { HeightMetres = (float)height } : build;
        return new MotionScriptBuilder(body, course.Seed) { SwayDegrees = 1, TremorDegrees = (float)course.TremorDegrees, Start = start };
    }

    private static RepetitionPlan PlanOf(ScriptedExercise exercise, Side side, CourseRequest course, int repetition)
    {
        var tired = course.Repetitions > 1 ? (double)repetition / (course.Repetitions - 1) : 0;
        var range = FullRange(exercise) * (1 - (tired * course.FatiguePercent / 100));
        var alone = side == course.WeakerSide ? course.WeakerByDegrees : 0;
        var difference = course.WeakerSide switch { Side.Left => -course.WeakerByDegrees, Side.Right => course.WeakerByDegrees, _ => 0 };
        return new RepetitionPlan
        {
            RangeDegrees = (float)(range - alone),
            SideDifferenceDegrees = side == Side.Both ? (float)difference : 0,
            TrunkLeanDegrees = (float?)course.TrunkLeanDegrees,
            HoldSeconds = exercise == ScriptedExercise.SingleLegStance ? 5 : new RepetitionPlan().HoldSeconds,
        };
    }

    private static double FullRange(ScriptedExercise exercise) => exercise switch
    {
        ScriptedExercise.Squat => 95,
        ScriptedExercise.SitToStand => 88,
        ScriptedExercise.KneeExtension => 75,
        ScriptedExercise.ShoulderAbduction => 120,
        _ => 80,
    };
}
