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

    /// <summary>Takes in a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="arrivedAt">When it came, on the box's monotonic clock.</param>
    /// <returns>Its tick, by which its time is asked for.</returns>
    public long Arrived(InsolePacket packet, TimeSpan arrivedAt) => _timeline.Arrived(packet.Counter, arrivedAt - _length);

    /// <summary>When the oldest sample of a packet was taken, on the box's clock; those after it follow at the profile's rate.</summary>
    /// <param name="tick">The packet's tick; a later one is never earlier than the one before.</param>
    public TimeSpan OldestSampleAt(long tick) => _timeline.TimeOf(tick);

    /// <summary>The number of a packet; those that follow one another have numbers that do.</summary>
    /// <param name="tick">The packet's tick.</param>
    public long NumberOf(long tick) => (long)Math.Round(tick / CountsPerSecond(profile) * profile.RateHz / profile.Samples.Count);

    private static double CountsPerSecond(InsoleProfile profile) => profile.Counter.Unit switch
    {
        CounterUnit.Packets => profile.RateHz / profile.Samples.Count,
        CounterUnit.Samples => profile.RateHz,
        CounterUnit.Milliseconds => 1e3,
        _ => 1e6,
    };
}
