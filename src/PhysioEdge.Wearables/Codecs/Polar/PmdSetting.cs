namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>A setting of a measurement.</summary>
public enum PmdSettingKind
{
    /// <summary>Hz.</summary>
    SampleRate = 0,

    /// <summary>Bits.</summary>
    Resolution = 1,

    /// <summary>The largest value in whole units, for example G.</summary>
    Range = 2,

    /// <summary>The largest value in thousandths.</summary>
    RangeMilliUnit = 3,

    Channels = 4,

    /// <summary>What a value as sent is multiplied by: the bits of a single-precision float.</summary>
    Factor = 5,
}

/// <summary>One setting and the values that a device offers, or the one that is chosen.</summary>
/// <param name="Kind">Which setting.</param>
/// <param name="Values">The values, in the unit of the kind.</param>
public sealed record PmdSetting(PmdSettingKind Kind, IReadOnlyList<uint> Values)
{
    /// <summary>Gets the factor that a <see cref="PmdSettingKind.Factor"/> stands for.</summary>
    public float Factor => BitConverter.UInt32BitsToSingle(Values[0]);

    /// <summary>Decodes the parameters of the answer to <see cref="PmdOperation.GetSettings"/>.</summary>
    public static DecodeResult<IReadOnlyList<PmdSetting>> DecodeAll(ReadOnlySpan<byte> parameters)
    {
        var settings = new List<PmdSetting>();
        var reader = new LittleEndianReader(parameters);
        while (!reader.Rest.IsEmpty)
        {
            var (kind, count) = ((PmdSettingKind)reader.UInt8(), reader.UInt8());
            if (SizeOf(kind) is not { } size)
                return new Refusal("a setting that is not known");
            if (reader.IsShort || reader.Rest.Length < count * size)
                return Refusal.TooShort;
            var values = new uint[count];
            for (var i = 0; i < count; i++)
                values[i] = size switch { 1 => reader.UInt8(), 2 => reader.UInt16(), _ => reader.UInt32() };
            settings.Add(new PmdSetting(kind, values));
        }

        return settings;
    }

    public static byte[] EncodeAll(IEnumerable<PmdSetting> settings)
    {
        var writer = new LittleEndianWriter();
        foreach (var (kind, values) in settings)
        {
            writer.UInt8((byte)kind);
            writer.UInt8((byte)values.Count);
            foreach (var value in values)
                writer.Unsigned(value, SizeOf(kind)!.Value);
        }

        return writer.ToArray();
    }

    private static int? SizeOf(PmdSettingKind kind) => kind switch
    {
        PmdSettingKind.SampleRate or PmdSettingKind.Resolution or PmdSettingKind.Range => 2,
        PmdSettingKind.RangeMilliUnit or PmdSettingKind.Factor => 4,
        PmdSettingKind.Channels => 1,
        _ => null,
    };
}
