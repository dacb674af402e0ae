namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>
/// How long to wait before the next attempt: from 0.2 s, doubled each time up to 15 s, with up to a quarter more at random, so that
/// several devices do not come back in the same instant. BlueZ needs the first 0.2 s to notice that a link has gone.
/// </summary>
internal sealed class Backoff(Random random)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.2);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private TimeSpan _next = Shortest;

    public TimeSpan Next()
    {
        var delay = _next * (1 + (0.25 * random.NextDouble()));
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return delay < Longest ? delay : Longest;
    }

    public void Reset() => _next = Shortest;
}
