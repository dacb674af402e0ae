using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using CameraView = PhysioEdge.Simulation.Rendering.CameraView;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>A set of the phantom that is done alike but for its last repetitions, in which one thing is different.</summary>
/// <param name="Change">What is different, in words.</param>
/// <param name="Word">What the reason of the score has to say of it.</param>
/// <param name="YawDegrees">From where it is filmed.</param>
/// <param name="Different">How the last repetitions are done.</param>
internal sealed record FormTrial(string Change, string? Word, float YawDegrees, RepetitionPlan Different)
{
    public const int Alike = 8;
    public const int Last = 3;

    private static readonly RepetitionPlan Usual = new() { RangeDegrees = 80 };

    /// <summary>Gets the trials of the report.</summary>
    public static IReadOnlyList<FormTrial> All { get; } = [.. ((float[])[20, 45, 65]).SelectMany(From)];

    public async Task<FormTrialResult> RunAsync(PoseModels models, PoseModel model, CancellationToken cancellationToken)
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 5) { SwayDegrees = 0.7f }
            .StandStill(2).Repeat(ScriptedExercise.Squat, Side.Both, Alike, Usual).Repeat(ScriptedExercise.Squat, Side.Both, Last, Different).StandStill(1).Build();
        var scene = new PhantomScene { Patient = new PhantomFigure(script), View = new CameraView { YawDegrees = YawDegrees, DistanceMetres = 3.3f } };
        var squats = new List<Repetition>();
        await FilmedSession.RunAsync(scene, models, model, Keep, cancellationToken);
        var different = script.Repetitions[Alike].Start;
        return new FormTrialResult(this, [.. squats.Where(r => r.Peak < different).Select(r => r.Score).OfType<FormScore>()], [.. squats.Where(r => r.Peak > different).Select(r => r.Score).OfType<FormScore>()]);

        void Keep(SessionStep step)
        {
            if (step.Repetition is { Exercise: ExerciseKind.Squat } squat)
                squats.Add(squat);
        }
    }

    private static IEnumerable<FormTrial> From(float yaw) =>
    [
        new("nothing", null, yaw, Usual),
        new("20° less deep", "only", yaw, Usual with { RangeDegrees = 60 }),
        new("twice as fast", "faster", yaw, Usual with { OutSeconds = Usual.OutSeconds / 2, BackSeconds = Usual.BackSeconds / 2 }),
        new("trunk 20° further forward", "forward", yaw, Usual with { TrunkLeanDegrees = 50 }),
        new("trunk 12° to the side", "more to the", yaw, Usual with { TrunkSideLeanDegrees = 12 }),
        new("left knee 25° deeper than the right", "side", yaw, Usual with { SideDifferenceDegrees = 25 }),
    ];
}

/// <summary>How the repetitions of a set were scored.</summary>
/// <param name="Trial">The set.</param>
/// <param name="Alike">Those that were done as usual, once there was a usual.</param>
/// <param name="Different">Those that were not.</param>
internal sealed record FormTrialResult(FormTrial Trial, IReadOnlyList<FormScore> Alike, IReadOnlyList<FormScore> Different)
{
    /// <summary>Gets how many of the different ones were scored for what was different in them.</summary>
    public int Named => Trial.Word is { } word ? Different.Count(score => score.Reason?.Contains(word, StringComparison.Ordinal) == true) : 0;
}
