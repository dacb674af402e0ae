namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>One interval between pulses, found optically.</summary>
/// <param name="BeatsPerMinute">The heart rate; 0 when the device does not give it.</param>
/// <param name="IntervalMilliseconds">The time between two pulses.</param>
/// <param name="ErrorMilliseconds">How far off it may be.</param>
/// <param name="IsBlocked">True when the wearer moved: the interval is not to be used.</param>
/// <param name="HasSkinContact">Whether the skin is touched, if <paramref name="CanTellSkinContact"/>.</param>
/// <param name="CanTellSkinContact">Whether the device can tell.</param>
public readonly record struct PpiSample(
    byte BeatsPerMinute, ushort IntervalMilliseconds, ushort ErrorMilliseconds, bool IsBlocked, bool HasSkinContact, bool CanTellSkinContact)
{
    internal const int Bytes = 6;

    private const byte Blocked = 0x01;
    private const byte Contact = 0x02;
    private const byte ContactSupported = 0x04;

    /// <summary>Gets a value indicating whether the interval is that of a heart: at rest and, if that can be told, on the skin.</summary>
    public bool IsUsable => !IsBlocked && (HasSkinContact || !CanTellSkinContact);

    internal static PpiSample Read(ref LittleEndianReader reader)
    {
        var (rate, interval, error, flags) = (reader.UInt8(), reader.UInt16(), reader.UInt16(), reader.UInt8());
        return new(rate, interval, error, (flags & Blocked) != 0, (flags & Contact) != 0, (flags & ContactSupported) != 0);
    }

    internal void Write(LittleEndianWriter writer)
    {
        writer.UInt8(BeatsPerMinute);
        writer.UInt16(IntervalMilliseconds);
        writer.UInt16(ErrorMilliseconds);
        writer.UInt8((byte)((IsBlocked ? Blocked : 0) | (HasSkinContact ? Contact : 0) | (CanTellSkinContact ? ContactSupported : 0)));
    }
}
