namespace PhysioEdge.Wearables.Codecs;

/// <summary>What came of decoding a value that a device sent: the value, or why it was refused. Decoders never throw for what a device sends.</summary>
/// <typeparam name="T">What was to be decoded.</typeparam>
public readonly record struct DecodeResult<T>
{
    private readonly string? _refusal;

    private DecodeResult(T? value, bool isDecoded, string? refusal) => (Value, IsDecoded, _refusal) = (value, isDecoded, refusal);

    /// <summary>Gets the value; the type's default when it was refused.</summary>
    public T? Value { get; }

    /// <summary>Gets a value indicating whether there is a value.</summary>
    public bool IsDecoded { get; }

    /// <summary>Gets why it was refused, one of a fixed set of texts; null when it was not.</summary>
    public string? Refusal => IsDecoded ? null : _refusal ?? "nothing was decoded";

    public static implicit operator DecodeResult<T>(T value) => new(value, true, null);

    public static implicit operator DecodeResult<T>(Refusal refusal) => new(default, false, refusal.Reason);
}

/// <summary>Why a value was refused.</summary>
/// <param name="Reason">A constant text: refusals are counted by it. Nothing that a device sent gets into it.</param>
public readonly record struct Refusal(string Reason)
{
    internal static Refusal TooShort => new("too short: bytes are missing at the end");

    internal static Refusal TooLong => new("too long: there are bytes after its end");
}
