using System.Text.Json;
using System.Text.Json.Serialization;

namespace PhysioEdge.Appliance.Pages;

/// <summary>How the page is told things.</summary>
internal static class PagesJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
