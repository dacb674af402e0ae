using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation.Counting;

/// <summary>Makes up one scene: who, what, how, and from where it is seen.</summary>
internal sealed class CountingSceneMaker(int seed)
{
    private const float PartialLow = 0.30f;
    private const float PartialHigh = 0.38f;

    private static readonly ScriptedExercise[] Exercises =
    [
        ScriptedExercise.Squat, ScriptedExercise.SitToStand, ScriptedExercise.KneeExtension,
        ScriptedExercise.ShoulderAbduction, ScriptedExercise.Marching, ScriptedExercise.SingleLegStance,
    ];

    private readonly SeededNumbers _numbers = new(unchecked((seed * 7919) + 17));

    public CountingScene Make()
    {
        var exercise = Exercises[(int)((uint)seed % Exercises.Length)];
        var yaw = YawFor(exercise);
        var side = SideOf(exercise, yaw);
        var body = new BodySize { HeightMetres = _numbers.Between(1.5f, 1.95f), GirthFactor = _numbers.Between(0.85f, 1.3f) };
        var script = Script(exercise, side, body);
        var view = new CameraFitter(_numbers).Fit(body, yaw, armsRise: exercise == ScriptedExercise.ShoulderAbduction);
        return new CountingScene(seed, exercise, side, new PhantomScene
        {
            Patient = new PhantomFigure(script) { Appearance = new AnyoneElse(_numbers).Appearance() },
            Others = _numbers.Chance(0.5f) ? [.. new AnyoneElse(_numbers).Behind(view, script.Duration, patientSits: Sits(exercise))] : [],
            View = view,
            Lighting = Lights.Any(_numbers),
        });
    }

    /// <summary>From where the exercise is filmed, on either side: see "Where to put the camera" in device-config/README.md.</summary>
    private float YawFor(ScriptedExercise exercise)
    {
        var (least, most) = exercise switch
        {
            ScriptedExercise.Squat => (25f, 65f),
            ScriptedExercise.SitToStand => (35f, 65f),
            ScriptedExercise.KneeExtension => (45f, 65f),
            ScriptedExercise.ShoulderAbduction => (0f, 45f),
            ScriptedExercise.Marching => (25f, 55f),
            _ => (35f, 60f),
        };
        var yaw = _numbers.Between(least, most);
        return _numbers.Chance(0.5f) ? yaw : -yaw;
    }

    /// <summary>One would place the camera on the side that is exercised; the leg that moves in a single-leg stance is the other one.</summary>
    private Side SideOf(ScriptedExercise exercise, float yaw)
    {
        var seen = MathF.Abs(yaw) > 25 ? yaw > 0 : _numbers.Chance(0.5f);
        var (near, far) = seen ? (Side.Left, Side.Right) : (Side.Right, Side.Left);
        return exercise switch
        {
            ScriptedExercise.KneeExtension => near,
            ScriptedExercise.SingleLegStance => far,
            ScriptedExercise.ShoulderAbduction or ScriptedExercise.Marching => _numbers.Chance(0.5f) ? Side.Both : near,
            _ => Side.Both,
        };
    }

    private MotionScript Script(ScriptedExercise exercise, Side side, BodySize body)
    {
        var builder = new MotionScriptBuilder(body, seed)
        {
            SwayDegrees = _numbers.Between(0.3f, 0.9f),
            TremorDegrees = _numbers.Chance(0.4f) ? _numbers.Between(0.2f, 0.5f) : 0,
        };
        _ = Sits(exercise)
            ? builder.SitStill(_numbers.Between(1.5f, 2.5f))
            : builder.StandStill(_numbers.Between(1.5f, 2.5f));
        var (count, usual) = (_numbers.Between(3, 12), Usual(exercise));
        var (restAfter, holdAt) = (_numbers.Between(1, count), _numbers.Between(1, count));
        var partials = exercise != ScriptedExercise.SingleLegStance && _numbers.Chance(0.5f) ? new[] { _numbers.Between(2, count), _numbers.Between(2, count) } : [];
        for (var number = 1; number <= count; number++)
        {
            var plan = Varied(usual, holds: exercise != ScriptedExercise.SingleLegStance && number == holdAt);
            var set = new SetPlan { Repetition = plan, Partial = partials, PartialShare = _numbers.Between(PartialLow, PartialHigh), Count = count };
            builder.Repeat(exercise, side, set.RepetitionAt(number, exercise, side));
            if (number == restAfter)
                builder.Rest(_numbers.Between(2f, 5f));
        }

        return builder.Rest(2).Build();
    }

    private static bool Sits(ScriptedExercise exercise) => exercise is ScriptedExercise.SitToStand or ScriptedExercise.KneeExtension;

    private RepetitionPlan Usual(ScriptedExercise exercise) => new()
    {
        RangeDegrees = exercise switch
        {
            ScriptedExercise.Squat => _numbers.Between(70f, 110f),
            ScriptedExercise.SitToStand => _numbers.Between(84f, 89f),
            ScriptedExercise.KneeExtension => _numbers.Between(65f, 85f),
            ScriptedExercise.ShoulderAbduction => _numbers.Between(85f, 150f),
            ScriptedExercise.Marching => _numbers.Between(70f, 95f),
            _ => _numbers.Between(65f, 90f),
        },
        OutSeconds = _numbers.Between(0.9f, 1.6f),
        HoldSeconds = exercise == ScriptedExercise.SingleLegStance ? _numbers.Between(2f, 4f) : _numbers.Between(0.1f, 0.4f),
        BackSeconds = _numbers.Between(0.9f, 1.6f),
        PauseSeconds = _numbers.Between(0.4f, 1.2f),
    };

    private RepetitionPlan Varied(RepetitionPlan usual, bool holds)
    {
        var pace = _numbers.Between(0.85f, 1.2f);
        return usual with
        {
            RangeDegrees = usual.RangeDegrees * _numbers.Between(0.94f, 1f),
            OutSeconds = pace * usual.OutSeconds,
            BackSeconds = pace * usual.BackSeconds,
            HoldSeconds = holds ? _numbers.Between(1.5f, 3f) : usual.HoldSeconds,
        };
    }
}
