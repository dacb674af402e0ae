using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PhysioEdge.Contracts;

/// <summary>How everything in this project is written as JSON: snake_case, no nulls, letters and signs left readable.</summary>
public static class ContractsJson
{
    /// <summary>
    /// Gets the options for the wire. Degree signs and umlauts stay as they are; reading refuses what is missing, null or doubled.
    /// </summary>
    /// <remarks>Not source-generated: that forgets the defaults of init-only properties which a document leaves out.</remarks>
    public static JsonSerializerOptions Wire { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            Converters = { new UtcTimeConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
