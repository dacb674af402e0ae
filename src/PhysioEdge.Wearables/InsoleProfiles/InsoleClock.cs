using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.InsoleProfiles;

/// <summary>
/// Gives the samples of one insole their time by the insole's own counter, so that packets which are lost leave a gap and
/// move nothing after it.
/// </summary>
/// <param name="profile">The insole's profile.</param>
public sealed class InsoleClock(InsoleProfile profile)
{
    private readonly WrappingCounter _counter = new(profile.Counter.Modulus);
    private long? _first;

    /// <summary>When the oldest sample of a packet was taken, since that of the first packet; those after it follow at the profile's rate.</summary>
    public TimeSpan OldestSampleAt(InsolePacket packet)
    {
        var counter = _counter.Unwrap(packet.Counter);
        var counted = counter - (_first ??= counter);
        return profile.Counter.Unit switch
        {
            CounterUnit.Packets => TimeSpan.FromSeconds(counted * profile.Samples.Count / profile.RateHz),
            CounterUnit.Samples => TimeSpan.FromSeconds(counted / profile.RateHz),
            CounterUnit.Milliseconds => TimeSpan.FromMilliseconds(counted),
            _ => TimeSpan.FromMicroseconds(counted),
        };
    }
}
