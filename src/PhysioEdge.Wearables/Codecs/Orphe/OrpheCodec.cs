using System.Buffers.Binary;

namespace PhysioEdge.Wearables.Codecs.Orphe;

/// <summary>Decodes and encodes <see cref="OrphePacket"/>, as the maker documents it openly.</summary>
public static class OrpheCodec
{
    /// <summary>The length of every packet.</summary>
    public const int PacketBytes = 104;

    // What is announced after a sample of orientation packets; makers' programs read it in different ways, so that times come from the rate.
    private const int MillisecondsBetweenSamples = 5;

    public static DecodeResult<OrphePacket> Decode(ReadOnlySpan<byte> value)
    {
        if (value.Length != PacketBytes)
            return value.Length < PacketBytes ? Refusal.TooShort : Refusal.TooLong;
        var kind = (OrphePacketKind)value[0];
        if (OrpheLayout.Of(kind) is not { } layout)
            return new Refusal("a packet header that is not known");
        var (hours, minutes, seconds, milliseconds) = (value[3], value[4], value[5], BinaryPrimitives.ReadUInt16BigEndian(value[6..]));
        if (hours > 23 || minutes > 59 || seconds > 59 || milliseconds > 999)
            return new Refusal("a time of day that there is not");

        var samples = new OrpheSample[layout.Samples];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = ReadSample(value[layout.OffsetOf(i)..], layout);
        return new OrphePacket
        {
            Kind = kind,
            Serial = BinaryPrimitives.ReadUInt16BigEndian(value[1..]),
            TimeOfDay = new TimeSpan(0, hours, minutes, seconds, milliseconds),
            Samples = samples,
        };
    }

    /// <exception cref="ArgumentException">It has another number of samples than its kind.</exception>
    public static byte[] Encode(OrphePacket packet)
    {
        var layout = OrpheLayout.Of(packet.Kind) ?? throw new ArgumentException("There is no such kind of packet.", nameof(packet));
        if (packet.Samples.Count != layout.Samples)
            throw new ArgumentException($"A packet of this kind has {layout.Samples} samples.", nameof(packet));
        var bytes = new byte[PacketBytes];
        bytes[0] = (byte)packet.Kind;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), packet.Serial);
        (bytes[3], bytes[4], bytes[5]) = ((byte)packet.TimeOfDay.Hours, (byte)packet.TimeOfDay.Minutes, (byte)packet.TimeOfDay.Seconds);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), (ushort)packet.TimeOfDay.Milliseconds);
        for (var i = 0; i < layout.Samples; i++)
            WriteSample(bytes.AsSpan(layout.OffsetOf(i)), layout, packet.Samples[i]);
        return bytes;
    }

    private static OrpheSample ReadSample(ReadOnlySpan<byte> at, OrpheLayout layout)
    {
        var motion = at[layout.MotionOffset..];
        return new OrpheSample
        {
            Orientation = layout.HasOrientation ? new OrpheQuaternion(Int16(at, 0), Int16(at, 1), Int16(at, 2), Int16(at, 3)) : null,
            AngularRate = new OrpheAxes(Int16(motion, 0), Int16(motion, 1), Int16(motion, 2)),
            Acceleration = new OrpheAxes(Int16(motion, 3), Int16(motion, 4), Int16(motion, 5)),
            Pressure = layout.HasPressure ? ReadPressure(motion[OrpheLayout.MotionBytes..]) : default,
        };
    }

    private static ushort[] ReadPressure(ReadOnlySpan<byte> at)
    {
        var pressure = new ushort[OrpheLayout.Cells];
        for (var cell = 0; cell < pressure.Length; cell++)
            pressure[cell] = BinaryPrimitives.ReadUInt16BigEndian(at[(2 * cell)..]);
        return pressure;
    }

    private static void WriteSample(Span<byte> at, OrpheLayout layout, OrpheSample sample)
    {
        if (layout.HasOrientation && sample.Orientation is var (w, x, y, z))
            Write(at, w, x, y, z);
        var motion = at[layout.MotionOffset..];
        var (rate, acceleration) = (sample.AngularRate, sample.Acceleration);
        Write(motion, rate.X, rate.Y, rate.Z, acceleration.X, acceleration.Y, acceleration.Z);
        if (layout.HasPressure)
            WritePressure(motion[OrpheLayout.MotionBytes..], sample.Pressure.Span);
        else
            motion[OrpheLayout.MotionBytes] = MillisecondsBetweenSamples;
    }

    private static void WritePressure(Span<byte> at, ReadOnlySpan<ushort> pressure)
    {
        for (var cell = 0; cell < pressure.Length; cell++)
            BinaryPrimitives.WriteUInt16BigEndian(at[(2 * cell)..], pressure[cell]);
    }

    private static short Int16(ReadOnlySpan<byte> at, int index) => BinaryPrimitives.ReadInt16BigEndian(at[(2 * index)..]);

    private static void Write(Span<byte> at, params ReadOnlySpan<short> values)
    {
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt16BigEndian(at[(2 * i)..], values[i]);
    }

}
