using System.Text.Json;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Phantoms;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Appliance.SelfTests;

/// <summary>What each model reaches on the course when all is well; in the program as <c>healthy.json</c>, made by <c>selftest --record</c>.</summary>
internal sealed record HealthyReference
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <summary>Gets by how much the error of a joint may differ from that of a healthy box, degrees.</summary>
    public required double ToleranceDeg { get; init; }

    /// <summary>Gets the numbers of each model, by its name.</summary>
    public required IReadOnlyDictionary<string, HealthyModel> Models { get; init; }

    /// <summary>Reads the numbers that are in the program.</summary>
    public static HealthyReference Read()
    {
        using var resource = typeof(HealthyReference).Assembly.GetManifestResourceStream("healthy.json")!;
        return JsonSerializer.Deserialize<HealthyReference>(resource, Json)!;
    }

    public HealthyModel Of(PoseModel model) => Models[ModelsCommand.NameOf(model)];

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}

/// <summary>The numbers of one model.</summary>
/// <param name="MaeDeg">The mean absolute error of each joint, degrees.</param>
/// <param name="Repetitions">Repetitions counted.</param>
/// <param name="WithoutPose">Pictures in which nobody was found.</param>
internal sealed record HealthyModel(IReadOnlyDictionary<string, double> MaeDeg, int Repetitions, int WithoutPose)
{
    public static HealthyModel Of(SelfTestResult result) => new(
        Joint.All.ToDictionary(joint => joint.Name, joint => Math.Round(result.Errors.Mae(joint), 2)),
        result.CountedRepetitions,
        result.Errors.WithoutPose);
}
