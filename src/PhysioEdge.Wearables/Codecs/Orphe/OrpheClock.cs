namespace PhysioEdge.Wearables.Codecs.Orphe;

/// <summary>Gives the samples of one insole a time that runs on over midnight.</summary>
public sealed class OrpheClock
{
    private readonly WrappingCounter _milliseconds = new((long)TimeSpan.FromDays(1).TotalMilliseconds);

    /// <summary>When the oldest sample of a packet was taken, since the midnight before the first packet; those after it follow at the packet's rate.</summary>
    public TimeSpan OldestSampleAt(OrphePacket packet)
    {
        var newest = TimeSpan.FromMilliseconds(_milliseconds.Unwrap((long)packet.TimeOfDay.TotalMilliseconds));
        return newest - TimeSpan.FromSeconds((packet.Samples.Count - 1) / packet.SamplingRateHz);
    }
}
