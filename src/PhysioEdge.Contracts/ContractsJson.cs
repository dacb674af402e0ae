using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Contracts;

/// <summary>How everything in this project is written as JSON: snake_case, no nulls, letters and signs left readable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlaggedEvent))]
[JsonSerializable(typeof(Receipt))]
public sealed partial class ContractsJson : JsonSerializerContext
{
    /// <summary>Gets the context to use for writing: degree signs and umlauts stay as they are.</summary>
    public static ContractsJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
