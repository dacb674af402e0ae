namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>What is asked of Polar's measurement data service.</summary>
public enum PmdOperation
{
    GetSettings = 1,
    StartMeasurement = 2,
    StopMeasurement = 3,
    GetSdkModeSettings = 4,
    GetStatus = 5,
    GetSdkModeStatus = 6,
    GetTriggerStatus = 7,
    SetTriggerMode = 8,
    SetTriggerSettings = 9,
}

/// <summary>What the device says to it; anything above <see cref="InvalidDerivedMeasurementMethod"/> is an error that is not known here.</summary>
public enum PmdStatus
{
    Success = 0,
    InvalidOpCode = 1,
    InvalidMeasurementType = 2,
    NotSupported = 3,
    InvalidLength = 4,
    InvalidParameter = 5,
    AlreadyInState = 6,
    InvalidResolution = 7,
    InvalidSampleRate = 8,
    InvalidRange = 9,
    InvalidMtu = 10,
    InvalidNumberOfChannels = 11,
    InvalidState = 12,
    DeviceInCharger = 13,
    DiskFull = 14,
    InvalidSourceMeasurementType = 15,
    InvalidSourceMeasurementRate = 16,
    InvalidDerivedMeasurementSettingsGroup = 17,
    InvalidDerivedMeasurementMethod = 18,
}

/// <summary>A command to the control point, characteristic FB005C81-02E7-F387-1CAD-8ACD2D8DF0C8.</summary>
/// <param name="Operation">What to do: settings, start or stop.</param>
/// <param name="Type">Of which measurement.</param>
/// <param name="Settings">What was chosen, for a start; else empty.</param>
public sealed record PmdCommand(PmdOperation Operation, PmdMeasurementType Type, IReadOnlyList<PmdSetting> Settings)
{
    public static DecodeResult<PmdCommand> Decode(ReadOnlySpan<byte> value)
    {
        if (value.Length < 2)
            return Refusal.TooShort;
        if (value[0] is < (byte)PmdOperation.GetSettings or > (byte)PmdOperation.StopMeasurement)
            return new Refusal("a command that is not known");
        var settings = PmdSetting.DecodeAll(value[2..]);
        return settings is { IsDecoded: true, Value: { } chosen }
            ? new PmdCommand((PmdOperation)value[0], (PmdMeasurementType)value[1], chosen)
            : new Refusal(settings.Refusal!);
    }

    public byte[] Encode() => [(byte)Operation, (byte)Type, .. PmdSetting.EncodeAll(Settings)];
}

/// <summary>The control point's answer.</summary>
/// <param name="Operation">What was asked, as the device repeats it.</param>
/// <param name="Type">Of which measurement.</param>
/// <param name="Status">Whether it was done.</param>
/// <param name="HasMore">Whether the parameters go on in another answer; false when it was not done.</param>
/// <param name="Parameters">For settings, what <see cref="PmdSetting.DecodeAll"/> reads; empty when it was not done.</param>
public sealed record PmdResponse(PmdOperation Operation, PmdMeasurementType Type, PmdStatus Status, bool HasMore, ReadOnlyMemory<byte> Parameters)
{
    private const byte Code = 0xF0;

    // The two upper bits say whether it was a live or a stored measurement.
    private const byte TypeBits = 0x3F;

    public static DecodeResult<PmdResponse> Decode(ReadOnlySpan<byte> value)
    {
        if (value is [not Code, ..])
            return new Refusal("no answer of the control point");
        if (value.Length < 4)
            return Refusal.TooShort;
        var (operation, type, status) = ((PmdOperation)value[1], (PmdMeasurementType)(value[2] & TypeBits), (PmdStatus)value[3]);
        return status == PmdStatus.Success && value.Length > 4
            ? new PmdResponse(operation, type, status, value[4] != 0, value[5..].ToArray())
            : new PmdResponse(operation, type, status, false, default);
    }

    public byte[] Encode() => [Code, (byte)Operation, (byte)Type, (byte)Status, HasMore ? (byte)1 : (byte)0, .. Parameters.Span];
}

/// <summary>What the control point says when it is read: which measurements the device has.</summary>
/// <param name="Types">Those measurements.</param>
public sealed record PmdFeatures(IReadOnlyList<PmdMeasurementType> Types)
{
    private const byte Code = 0x0F;

    public static DecodeResult<PmdFeatures> Decode(ReadOnlySpan<byte> value)
    {
        if (value is [not Code, ..])
            return new Refusal("no list of measurements");
        if (value.Length < 3)
            return Refusal.TooShort;
        var bits = value[1] | (value[2] << 8);
        return new PmdFeatures([.. Enum.GetValues<PmdMeasurementType>().Where(type => (bits & (1 << (int)type)) != 0)]);
    }

    public byte[] Encode()
    {
        var bits = Types.Aggregate(0, (sum, type) => sum | (1 << (int)type));
        return [Code, (byte)bits, (byte)(bits >> 8)];
    }
}
