using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>Decodes and encodes the packets of the insole that a profile describes.</summary>
/// <param name="profile">The profile, checked: everything lies within the packet.</param>
public sealed class InsoleCodec(InsoleProfile profile)
{
    public DecodeResult<InsolePacket> Decode(ReadOnlySpan<byte> packet)
    {
        if (packet.Length != profile.Packet.Bytes)
            return packet.Length < profile.Packet.Bytes ? Refusal.TooShort : Refusal.TooLong;
        if (!profile.Packet.Fits(packet))
            return new Refusal("a packet without its markers");
        if (profile.Checksum is { } checksum && !checksum.Fits(packet, profile.IsBigEndian))
            return new Refusal("a checksum that does not fit the packet");

        var samples = new InsoleSample[profile.Samples.Count];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = ReadSample(packet.Slice(profile.Samples.OffsetOf(i), profile.Samples.StrideBytes));
            if (!IsFinite(samples[i]))
                return new Refusal("a reading that is no finite number");
        }

        var counter = WireNumber.Read(packet[profile.Counter.Offset..], 0, profile.Counter.Type, profile.IsBigEndian);
        return new InsolePacket((uint)counter, samples);
    }

    /// <summary>The packet as the insole sends it; readings beyond what can be sent are saturated.</summary>
    /// <exception cref="ArgumentException">It has another number of samples or cells than the profile.</exception>
    public byte[] Encode(InsolePacket packet)
    {
        if (packet.Samples.Count != profile.Samples.Count || packet.Samples.Any(s => s.Pressure.Length != profile.Pressure.Count))
            throw new ArgumentException($"{profile.Name} sends {profile.Samples.Count} samples of {profile.Pressure.Count} cells.", nameof(packet));
        var bytes = new byte[profile.Packet.Bytes];
        profile.Packet.Start.CopyTo(bytes);
        profile.Packet.End.CopyTo(bytes.AsMemory(bytes.Length - profile.Packet.End.Length));
        WireNumber.Write(bytes.AsSpan(profile.Counter.Offset), 0, packet.Counter, profile.Counter.Type, profile.IsBigEndian);
        for (var i = 0; i < profile.Samples.Count; i++)
            WriteSample(bytes.AsSpan(profile.Samples.OffsetOf(i), profile.Samples.StrideBytes), packet.Samples[i]);
        profile.Checksum?.Write(bytes, profile.IsBigEndian);
        return bytes;
    }

    private static bool IsFinite(InsoleSample sample)
    {
        foreach (var pressure in sample.Pressure.Span)
        {
            if (!double.IsFinite(pressure))
                return false;
        }

        return IsFinite(sample.Acceleration) && IsFinite(sample.AngularRate);
    }

    private static bool IsFinite(Axes? axes) => axes is not var (x, y, z) || (double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(z));

    private InsoleSample ReadSample(ReadOnlySpan<byte> sample)
    {
        var pressure = new double[profile.Pressure.Count];
        for (var cell = 0; cell < pressure.Length; cell++)
            pressure[cell] = Read(sample, profile.Pressure, cell);
        return new InsoleSample
        {
            Pressure = pressure,
            Acceleration = ReadAxes(sample, profile.Acceleration),
            AngularRate = ReadAxes(sample, profile.AngularRate),
        };
    }

    private Axes? ReadAxes(ReadOnlySpan<byte> sample, InsoleField? field)
        => field is null ? null : new Axes(Read(sample, field, 0), Read(sample, field, 1), Read(sample, field, 2));

    private double Read(ReadOnlySpan<byte> sample, InsoleField field, int index)
        => (WireNumber.Read(sample[field.Offset..], index, field.Type, profile.IsBigEndian) - field.Zero) * field.Scale;

    private void WriteSample(Span<byte> bytes, InsoleSample sample)
    {
        for (var cell = 0; cell < profile.Pressure.Count; cell++)
            Write(bytes, profile.Pressure, cell, sample.Pressure.Span[cell]);
        WriteAxes(bytes, profile.Acceleration, sample.Acceleration.GetValueOrDefault());
        WriteAxes(bytes, profile.AngularRate, sample.AngularRate.GetValueOrDefault());
    }

    private void WriteAxes(Span<byte> bytes, InsoleField? field, Axes axes)
    {
        if (field is null)
            return;
        Write(bytes, field, 0, axes.X);
        Write(bytes, field, 1, axes.Y);
        Write(bytes, field, 2, axes.Z);
    }

    private void Write(Span<byte> bytes, InsoleField field, int index, double value)
        => WireNumber.Write(bytes[field.Offset..], index, (value / field.Scale) + field.Zero, field.Type, profile.IsBigEndian);
}
