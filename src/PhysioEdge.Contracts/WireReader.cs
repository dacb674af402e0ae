using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PhysioEdge.Contracts;

/// <summary>Turns untrusted bytes into a value or a reason.</summary>
internal static class WireReader
{
    public static bool TryRead<T>(
        ReadOnlySpan<byte> payload,
        [NotNullWhen(true)] out T? value,
        [NotNullWhen(false)] out string? reason)
        where T : class
    {
        try
        {
            value = JsonSerializer.Deserialize<T>(payload, ContractsJson.Wire);
            reason = value is null ? "the payload is null" : null;
        }
        catch (JsonException exception)
        {
            value = null;
            reason = exception.Path is { Length: > 1 } path && IsOurs(path) ? $"not as agreed at {path}" : "not the JSON that was agreed";
        }

        return value is not null && reason is null;
    }

    // A place that cannot be in what was agreed is of the sender's making, and not for a log.
    private static bool IsOurs(string path) =>
        path.Length <= 40 && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '$' or '.' or '_' or '[' or ']');
}
