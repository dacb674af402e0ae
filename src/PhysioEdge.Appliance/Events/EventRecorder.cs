using System.Threading.Channels;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Appliance.Events;

/// <summary>
/// Brings events into the store, in order. While the store refuses (a full disk, one that became read-only) they wait in memory
/// and are tried again; the cameras wait too once many are waiting, so that none is lost while the service runs.
/// </summary>
internal sealed class EventRecorder(EdgeStore store, TimeProvider time, ILogger<EventRecorder> logger) : BackgroundService
{
    private const int MostWaiting = 1000;
    private const int MostShown = 50;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    private readonly Channel<(FlaggedEvent Event, byte[]? Landmarks)> _waiting = Channel.CreateBounded<(FlaggedEvent, byte[]?)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly Lock _gate = new();
    private readonly Queue<FlaggedEvent> _recent = [];

    /// <summary>Gets how many events wait to be stored.</summary>
    public int Waiting => _waiting.Reader.Count + (Problem is null ? 0 : 1);

    /// <summary>Gets why the store refuses; null while it does not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Gets the events stored last in this run, newest first.</summary>
    public IReadOnlyList<FlaggedEvent> Recent
    {
        get
        {
            lock (_gate)
                return [.. _recent.Reverse()];
        }
    }

    /// <summary>Hands an event over; it is stored soon.</summary>
    /// <param name="flagged">The event.</param>
    /// <param name="landmarks">How the body moved before it, see <see cref="Sessions.LandmarkTrail.Read"/>; null if that is not known.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    public ValueTask RecordAsync(FlaggedEvent flagged, byte[]? landmarks, CancellationToken cancellationToken)
        => _waiting.Writer.WriteAsync((flagged, landmarks), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (flagged, landmarks) in _waiting.Reader.ReadAllAsync(stoppingToken))
            await StoreAsync(flagged, landmarks, stoppingToken);
    }

    /// <summary>The cameras have stopped before: what they still said is stored, or the log says that it was not.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Waiting > 0)
            EventLog.LostAtStop(logger, Waiting);
        await base.StopAsync(cancellationToken);
    }

    private async Task StoreAsync(FlaggedEvent flagged, byte[]? landmarks, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var stored = store.Append(flagged, landmarks);
                EventLog.Stored(logger, stored.Type, stored.Id, stored.Data.Rev, stored.Data.Seq);
                Remember(stored);
                return;
            }
            catch (StoreException exception)
            {
                var known = Problem is not null;
                Problem = exception.Message;
                if (!known)
                    EventLog.Refused(logger, exception.Message);
            }

            await Task.Delay(RetryInterval, time, cancellationToken);
        }
    }

    private void Remember(FlaggedEvent stored)
    {
        Problem = null;
        lock (_gate)
        {
            _recent.Enqueue(stored);
            if (_recent.Count > MostShown)
                _recent.Dequeue();
        }
    }
}
