namespace PhysioEdge.Wearables.Codecs.Orphe;

/// <summary>Where the samples of a kind of packet are. The newest comes first in it, each older one at a higher offset.</summary>
internal readonly record struct OrpheLayout(int Samples, int StrideBytes, double SamplingRateHz, bool HasOrientation, bool HasPressure)
{
    public const int Cells = 6;
    public const int MotionBytes = 12;

    private const int FirstOffset = 8;
    private const int OrientationBytes = 8;

    public int MotionOffset => HasOrientation ? OrientationBytes : 0;

    public static OrpheLayout? Of(OrphePacketKind kind) => kind switch
    {
        OrphePacketKind.Orientation => new(4, 21, 200, true, false),
        OrphePacketKind.Fifo or OrphePacketKind.Pressure => new(4, 24, 200, false, true),
        OrphePacketKind.Full => new(2, 32, 100, true, true),
        _ => null,
    };

    /// <summary>Where a sample is, 0 the oldest.</summary>
    public int OffsetOf(int sample) => FirstOffset + ((Samples - 1 - sample) * StrideBytes);
}
