using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PhysioEdge.Storage.Measurements;

/// <summary>
/// Writes measurements, a second's worth in one transaction, and removes them when their time is over. Recording never waits and never
/// fails: while the store refuses (a full disk, one that became read-only) rows wait in memory and are tried again.
/// </summary>
public sealed class MeasurementRecorder(MeasurementStore store, RetentionOptions options, TimeProvider time, ILogger<MeasurementRecorder> logger) : BackgroundService
{
    /// <summary>So many rows of a kind wait at most: the strides of two people who walk for three hours.</summary>
    internal const int MostWaiting = 20_000;

    private const int RowsInOneTransaction = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromDays(1);

    private readonly WaitingRows _waiting = new(MostWaiting);
    private readonly Retention _retention = new(store.Database, options);
    private List<MeasurementRow> _inHand = [];
    private long _written;
    private long _refused;
    private string? _problem;
    private long _roundBegan;
    private bool _inRound;
    private bool _isTidy;

    /// <summary>Raised when rows were written, on the thread that wrote them.</summary>
    public event Action? Written;

    /// <summary>Gets how it goes. May be read from any thread.</summary>
    public MeasurementStatus Status => new(
        Interlocked.Read(ref _written),
        _waiting.Count + Volatile.Read(ref _inHand).Count,
        _waiting.Dropped,
        Interlocked.Read(ref _refused),
        Volatile.Read(ref _problem));

    /// <summary>Takes in what is to be kept; it is on disk about a second later. May be called from any thread.</summary>
    public void Record(MeasurementRow row) => _waiting.Add(row);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Flush();
        if (Status.Waiting is > 0 and var lost)
            MeasurementLog.LostAtStop(logger, lost);
    }

    /// <summary>Writes what waits, until all is written or the store refuses.</summary>
    internal void Flush()
    {
        if (!_isTidy && !Try(store.EndWhatWasLeftOpen))
            return;
        _isTidy = true;
        do
        {
            if (_inHand.Count == 0)
                Volatile.Write(ref _inHand, _waiting.Take(RowsInOneTransaction));
        }
        while (_inHand.Count > 0 && Try(Write));
    }

    /// <summary>Goes on with the day's round of removing, or begins it when it is time.</summary>
    internal void Prune()
    {
        try
        {
            if (!_inRound && !IsTimeForRound())
                return;
            if (!_inRound)
                _retention.Begin(time.GetUtcNow());
            var removed = _retention.Step();
            _inRound = removed > 0;
            if (_inRound)
                MeasurementLog.Pruned(logger, removed);
        }
        catch (StoreException exception)
        {
            _inRound = false;
            MeasurementLog.NotPruned(logger, exception.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Flush();
            Prune();
        }
    }

    // The wall clock may jump; a day is told by the monotonic one.
    private bool IsTimeForRound()
    {
        if (_roundBegan != 0 && time.GetElapsedTime(_roundBegan) < BetweenRounds)
            return false;
        _roundBegan = time.GetTimestamp();
        return true;
    }

    private void Write()
    {
        var refused = store.Write(_inHand);
        Interlocked.Add(ref _written, _inHand.Count - refused);
        Interlocked.Add(ref _refused, refused);
        Volatile.Write(ref _inHand, []);
        Written?.Invoke();
    }

    private bool Try(Action write)
    {
        try
        {
            write();
        }
        catch (StoreException exception)
        {
            if (Interlocked.Exchange(ref _problem, exception.Message) is null)
                MeasurementLog.Refused(logger, exception.Message);
            return false;
        }

        if (Interlocked.Exchange(ref _problem, null) is not null)
            MeasurementLog.WrittenAgain(logger);
        return true;
    }
}
