using System.Globalization;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Bus;

/// <summary>Which messages a client wants to see (D-Bus Specification, "Match Rules").</summary>
internal sealed record MatchRule(string Text, IReadOnlyDictionary<string, string> Terms)
{
    /// <returns>The rule; null when the text is none.</returns>
    public static MatchRule? Parse(string text)
    {
        var terms = new Dictionary<string, string>();
        foreach (var term in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (term.Split('=', 2) is not [{ Length: > 0 } key, var value] || !terms.TryAdd(key, value.Trim('\'')))
                return null;
        }

        return new MatchRule(text, terms);
    }

    /// <param name="message">A signal.</param>
    /// <param name="ownerOf">The unique name behind a name.</param>
    public bool Matches(Message message, Func<string, string?> ownerOf)
    {
        object[]? arguments = null;
        return Terms.All(term => term.Key switch
        {
            "type" => term.Value == "signal",
            "sender" => message.Sender == term.Value || message.Sender == ownerOf(term.Value),
            "interface" => message.Interface == term.Value,
            "member" => message.Member == term.Value,
            "path" => message.Path == term.Value,
            "path_namespace" => IsBelow(message.Path!, term.Value, '/'),
            "destination" => message.Destination == term.Value,
            "arg0namespace" => IsBelow(Argument("arg0"), term.Value, '.'),
            _ when term.Key.EndsWith("path", StringComparison.Ordinal) => IsBelow(Argument(term.Key[..^4]), term.Value, '/'),
            _ when term.Key.StartsWith("arg", StringComparison.Ordinal) => Argument(term.Key) == term.Value,
            _ => true,
        });

        string Argument(string key)
        {
            arguments ??= message.Arguments();
            return int.TryParse(key.AsSpan(3), CultureInfo.InvariantCulture, out var i) && i < arguments.Length ? $"{arguments[i]}" : "";
        }
    }

    private static bool IsBelow(string name, string root, char separator) =>
        name == root || root.Length == 1 || name.StartsWith(root.TrimEnd(separator) + separator, StringComparison.Ordinal);
}
