namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>Names an object of a peer: type <c>o</c>.</summary>
internal readonly record struct ObjectPath(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Says which types follow: type <c>g</c>.</summary>
internal readonly record struct Signature(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Counts the handles that come along with a message from 0: type <c>h</c>.</summary>
internal readonly record struct HandleIndex(uint Value);

/// <summary>A value that brings its own type along: type <c>v</c>.</summary>
internal sealed record Variant(string Signature, object Value)
{
    /// <summary>Wraps a value whose D-Bus type follows from its own.</summary>
    /// <exception cref="ArgumentException">It does not follow.</exception>
    public static Variant Of(object value) => new(SignatureOf(value), value);

    private static string SignatureOf(object value) => value switch
    {
        byte => "y",
        bool => "b",
        short => "n",
        ushort => "q",
        int => "i",
        uint => "u",
        long => "x",
        ulong => "t",
        double => "d",
        string => "s",
        ObjectPath => "o",
        Wire.Signature => "g",
        Variant => "v",
        byte[] => "ay",
        string[] => "as",
        ObjectPath[] => "ao",
        Dictionary<string, object> => "a{sv}",
        _ => throw new ArgumentException($"The D-Bus type of {value.GetType().Name} has to be told.", nameof(value)),
    };
}
