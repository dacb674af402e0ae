namespace PhysioEdge.Publishing.Links;

/// <summary>
/// How long to wait before the next attempt: from 1 s, doubled each time up to 60 s, of which a random quarter is
/// left out, so that the boxes of a clinic do not all come back in the same instant.
/// </summary>
internal sealed class Backoff(Random random)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private TimeSpan _next = Shortest;

    public TimeSpan Next()
    {
        var delay = _next * (1 - (0.25 * random.NextDouble()));
        _next = TimeSpan.FromTicks(Math.Min(Longest.Ticks, _next.Ticks * 2));
        return delay < Shortest ? Shortest : delay;
    }

    public void Reset() => _next = Shortest;
}
