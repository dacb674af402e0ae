namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>Takes signatures apart.</summary>
internal static class Signatures
{
    /// <summary>Arrays, structures and variants within each other, as the specification bounds them.</summary>
    public const int MaximumDepth = 64;

    private const int MaximumLength = 255;

    /// <returns>How many characters the first complete type has.</returns>
    /// <exception cref="DBusProtocolException">There is none.</exception>
    public static int FirstType(ReadOnlySpan<char> signature) => FirstType(signature, depth: 0);

    public static int Alignment(char type) => type switch
    {
        'y' or 'g' or 'v' => 1,
        'n' or 'q' => 2,
        'x' or 't' or 'd' or '(' or '{' => 8,
        _ => 4,
    };

    /// <exception cref="DBusProtocolException">It is not a sequence of complete types.</exception>
    public static void Validate(ReadOnlySpan<char> signature)
    {
        if (signature.Length > MaximumLength)
            throw Malformed(signature);
        while (!signature.IsEmpty)
            signature = signature[FirstType(signature)..];
    }

    private static int FirstType(ReadOnlySpan<char> signature, int depth)
    {
        if (signature.IsEmpty || depth > MaximumDepth)
            throw Malformed(signature);
        return signature[0] switch
        {
            'a' when signature is ['a', '{', ..] => 1 + DictionaryEntry(signature[1..], depth + 1),
            'a' => 1 + FirstType(signature[1..], depth + 1),
            '(' => Structure(signature, depth + 1),
            _ when IsBasic(signature[0]) || signature[0] == 'v' => 1,
            _ => throw Malformed(signature),
        };
    }

    private static int Structure(ReadOnlySpan<char> signature, int depth)
    {
        var length = 1;
        do
            length += FirstType(signature[length..], depth);
        while (length < signature.Length && signature[length] != ')');
        return length < signature.Length ? length + 1 : throw Malformed(signature);
    }

    private static int DictionaryEntry(ReadOnlySpan<char> signature, int depth)
    {
        if (signature.Length < 4 || !IsBasic(signature[1]))
            throw Malformed(signature);
        var end = 2 + FirstType(signature[2..], depth);
        return end < signature.Length && signature[end] == '}' ? end + 1 : throw Malformed(signature);
    }

    private static bool IsBasic(char type) => "ybnqiuxtdsogh".Contains(type);

    private static DBusProtocolException Malformed(ReadOnlySpan<char> signature) => new($"\"{signature}\" is no D-Bus signature.");
}
