using System.Text.Json;
using System.Text.Json.Serialization;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Appliance.Simulations;

/// <summary>What <c>truth.json</c> says of a simulated video. Times in seconds from its start.</summary>
internal sealed record TruthSummary
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public required long Frames { get; init; }

    public required double RateHz { get; init; }

    /// <summary>Gets the exercise; null for a session of several.</summary>
    public required ScriptedExercise? Exercise { get; init; }

    public required IReadOnlyList<TrueRepetition> Repetitions { get; init; }

    /// <summary>Gets the steps of those who walk.</summary>
    public required IReadOnlyList<TrueStep> Steps { get; init; }

    public required BodySize Body { get; init; }

    public required CameraView Camera { get; init; }

    public required Lighting Light { get; init; }

    public required Appearance Appearance { get; init; }

    public required int OtherPeople { get; init; }

    /// <summary>Gets how the exercise was asked for; null for the session, which has its own course.</summary>
    public required CourseRequest? Course { get; init; }

    public static TruthSummary Of(SimulationRequest request, PhantomScene scene, PhantomCamera camera) => new()
    {
        Frames = camera.FrameCount,
        RateHz = request.RateHz,
        Exercise = request.Exercise,
        Repetitions = [.. camera.Repetitions.Select(TrueRepetition.Of)],
        Steps = [.. scene.Patient.Script.Steps.Select(TrueStep.Of)],
        Body = scene.Patient.Script.Body,
        Camera = scene.View,
        Light = scene.Lighting,
        Appearance = scene.Patient.Appearance,
        OtherPeople = scene.Others.Count,
        Course = request.Exercise is null ? null : request.Course,
    };

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}

/// <summary>A repetition under the names of <c>summary.json</c>; it starts when the body leaves its rest, and ends when it is back.</summary>
internal sealed record TrueRepetition(
    ScriptedExercise Exercise, double StartS, double PeakS, double EndS, double RomDeg, double PeakDeg, string Side, bool Partial)
{
    public static TrueRepetition Of(ScriptedRepetition repetition) => new(
        repetition.Exercise,
        Math.Round(repetition.Start.TotalSeconds, 3),
        Math.Round(repetition.Peak.TotalSeconds, 3),
        Math.Round(repetition.End.TotalSeconds, 3),
        Math.Round(repetition.RangeDegrees, 1),
        Math.Round(repetition.PeakDegrees, 1),
        JsonNamingPolicy.SnakeCaseLower.ConvertName(repetition.Side.ToString()),
        repetition.IsPartial);
}

/// <summary>A step of one foot.</summary>
internal sealed record TrueStep(string Side, double ToeOffS, double InitialContactS, double LengthM)
{
    public static TrueStep Of(ScriptedStep step) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(step.Side.ToString()),
        Math.Round(step.ToeOff.TotalSeconds, 3),
        Math.Round(step.InitialContact.TotalSeconds, 3),
        Math.Round(step.LengthMetres, 3));
}
