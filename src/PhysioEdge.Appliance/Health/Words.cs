using System.Text.Json;

namespace PhysioEdge.Appliance.Health;

/// <summary>States as one word, as the page has them.</summary>
internal static class Words
{
    public static string Of<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());
}
