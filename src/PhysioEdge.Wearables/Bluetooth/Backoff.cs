namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>
/// How long to wait before the next attempt: from 0.2 s, doubled each time up to a limit, with up to a quarter more at random, so that
/// several devices do not come back in the same instant. BlueZ needs the first 0.2 s to notice that a link has gone.
/// </summary>
/// <param name="random">Where the quarter comes from.</param>
/// <param name="longest">No wait is longer.</param>
internal sealed class Backoff(Random random, TimeSpan longest)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.2);

    private TimeSpan _next = Shortest;

    public TimeSpan Next()
    {
        var delay = _next * (1 + (0.25 * random.NextDouble()));
        _next = _next * 2 < longest ? _next * 2 : longest;
        return delay < longest ? delay : longest;
    }

    public void Reset() => _next = Shortest;
}
