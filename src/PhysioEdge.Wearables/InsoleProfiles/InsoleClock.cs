using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>
/// Gives the samples of one insole their time by the insole's own counter, so that packets which are lost leave a gap and
/// move nothing after it, over any number of connections.
/// </summary>
/// <param name="profile">The insole's profile.</param>
public sealed class InsoleClock(InsoleProfile profile)
{
    private readonly SampleTimeline _timeline = new(CountsPerSecond(profile), profile.Counter.Bits);
    private readonly TimeSpan _length = TimeSpan.FromSeconds((profile.Samples.Count - 1) / profile.RateHz);

    /// <summary>A new connection: the insole may have counted on meanwhile, or begin anew.</summary>
    public void BeginEpoch() => _timeline.BeginEpoch();

    /// <summary>When the oldest sample of a packet was taken; those after it follow at the profile's rate.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="arrivedAt">When it came, on the box's monotonic clock.</param>
    /// <returns>The time on the box's clock.</returns>
    public TimeSpan OldestSampleAt(InsolePacket packet, TimeSpan arrivedAt)
        => _timeline.TimeOf(_timeline.Arrived(packet.Counter, arrivedAt - _length));

    private static double CountsPerSecond(InsoleProfile profile) => profile.Counter.Unit switch
    {
        CounterUnit.Packets => profile.RateHz / profile.Samples.Count,
        CounterUnit.Samples => profile.RateHz,
        CounterUnit.Milliseconds => 1e3,
        _ => 1e6,
    };
}
