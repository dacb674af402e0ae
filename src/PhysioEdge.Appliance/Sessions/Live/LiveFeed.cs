using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>
/// The newest of each kind of news about one camera. Every message is made once and shared by all screens; a screen that is slow
/// gets the newest only, what it missed is counted, and the pipeline never waits for it.
/// </summary>
internal sealed class LiveFeed
{
    private static readonly string[] Names = [.. Enum.GetValues<LiveNews>().Select(n => n.ToString().ToLowerInvariant())];

    private readonly Lock _gate = new();
    private readonly (byte[]? Message, long Number)[] _newest = new (byte[]?, long)[Names.Length];
    private TaskCompletionSource _arrival = NewArrival();
    private int _screens;
    private long _missed;

    /// <summary>Gets how many screens are listening.</summary>
    public int Screens => Volatile.Read(ref _screens);

    /// <summary>Gets how many messages were replaced by newer ones before a slow screen took them.</summary>
    public long Missed => Interlocked.Read(ref _missed);

    /// <summary>Replaces the newest message of that kind. The bytes are not to change any more.</summary>
    public void Publish(LiveNews kind, byte[] message)
    {
        TaskCompletionSource arrival;
        lock (_gate)
        {
            ref var newest = ref _newest[(int)kind];
            newest = (message, newest.Number + 1);
            (arrival, _arrival) = (_arrival, NewArrival());
        }

        arrival.SetResult();
    }

    /// <summary>What one screen is to see, from now until it leaves or the service stops.</summary>
    /// <param name="mayKnow">Whether whoever is before it may know that kind of news; asked anew for each.</param>
    /// <param name="cancellationToken">Cancelled when the screen has left.</param>
    public async IAsyncEnumerable<SseItem<byte[]>> ListenAsync(Func<LiveNews, bool> mayKnow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new long[Names.Length];
        Skip(LiveNews.Warning, ref seen[(int)LiveNews.Warning]);
        Interlocked.Increment(ref _screens);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var arrival = Volatile.Read(ref _arrival).Task;
                for (var kind = 0; kind < seen.Length; kind++)
                {
                    if (Take(kind, ref seen[kind]) is { } message && mayKnow((LiveNews)kind))
                        yield return new SseItem<byte[]>(message, Names[kind]);
                }

                await arrival.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _screens);
        }
    }

    // Continuations run elsewhere: whoever publishes is the pipeline.
    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A warning is for those who were there: what is over is not told to a screen that joins.</summary>
    private void Skip(LiveNews kind, ref long seen)
    {
        lock (_gate)
            seen = _newest[(int)kind].Number;
    }

    private byte[]? Take(int kind, ref long seen)
    {
        lock (_gate)
        {
            var (message, number) = _newest[kind];
            if (number == seen)
                return null;
            if (seen > 0)
                Interlocked.Add(ref _missed, number - seen - 1);
            seen = number;
            return message;
        }
    }
}
