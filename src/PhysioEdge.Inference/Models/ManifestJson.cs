using System.Text.Json;
using System.Text.Json.Serialization;

namespace PhysioEdge.Inference.Models;

/// <summary>The file models/manifest.json.</summary>
internal sealed record ManifestFile(int Format, IReadOnlyList<ModelInfo> Models);

[JsonSerializable(typeof(ManifestFile))]
[JsonSerializable(typeof(TrainedModel))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <summary>Gets the context to read with: whatever is missing, misspelt or null is an error with its place in the file.</summary>
    public static ManifestJson Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter<PoseModel>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    });
}
