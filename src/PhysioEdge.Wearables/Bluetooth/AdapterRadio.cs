using Microsoft.Extensions.Logging;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>
/// Shares an adapter's radio: it scans while somebody searches, connects one device at a time, and does not scan meanwhile. Scanning
/// costs those that stream some of their throughput, so then it soon scans only now and then.
/// </summary>
/// <param name="mirror">What BlueZ has.</param>
/// <param name="adapter">The adapter's path.</param>
/// <param name="isStreaming">Whether any device streams.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures go.</param>
internal sealed class AdapterRadio(
    ObjectMirror mirror, string adapter, Func<bool> isStreaming, TimeProvider time, ILogger logger) : IDisposable
{
    // A device in reach advertises at least every 10.24 s (Core Specification, advInterval), most do each second.
    private static readonly TimeSpan Eager = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan GlanceInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _radio = new(1, 1);
    private TaskCompletionSource _changed = NewSignal();
    private long _searchingSince;
    private int _searching;
    private bool _scans;

    public string Adapter => adapter;

    /// <summary>Has it scanned until what is returned is disposed of.</summary>
    public IDisposable Search()
    {
        lock (_lock)
        {
            if (_searching++ == 0)
                _searchingSince = time.GetTimestamp();
            _changed.TrySetResult();
        }

        return new Use(EndSearch);
    }

    /// <summary>Waits for the turn to connect; until what is returned is disposed of, it neither scans nor connects anything else.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        await _radio.WaitAsync(cancellation);
        if (_scans)
            await SwitchAsync(on: false);
        return new Use(EndTurn);
    }

    /// <summary>Switches scanning on and off as it is needed, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                Task changed;
                lock (_lock)
                {
                    _changed = _changed.Task.IsCompleted ? NewSignal() : _changed;
                    changed = _changed.Task;
                }

                var again = await AdjustAsync(cancellation);
                await changed.WaitAsync(again, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            if (_scans)
                await SwitchAsync(on: false);
        }
    }

    public void Dispose() => _radio.Dispose();

    // Returns after how long to look again.
    private async Task<TimeSpan> AdjustAsync(CancellationToken cancellation)
    {
        await _radio.WaitAsync(cancellation);
        try
        {
            var (on, again) = Wanted();
            if (on == _scans)
                return again;
            await SwitchAsync(on);
            return on == _scans ? again : RetryInterval;
        }
        finally
        {
            _radio.Release();
        }
    }

    private (bool On, TimeSpan Again) Wanted()
    {
        lock (_lock)
        {
            if (_searching == 0)
                return (false, Timeout.InfiniteTimeSpan);
            var elapsed = time.GetElapsedTime(_searchingSince);
            if (elapsed < Eager)
                return (true, Eager - elapsed);
            var phase = TimeSpan.FromTicks((elapsed - Eager).Ticks % GlanceInterval.Ticks);
            return (!isStreaming() || phase > GlanceInterval - Glance, phase > GlanceInterval - Glance ? GlanceInterval - phase : RetryInterval);
        }
    }

    // What has begun is finished: a scan that nobody knows of would go on for ever.
    private async Task SwitchAsync(bool on)
    {
        try
        {
            if (on)
                await CallAsync("SetDiscoveryFilter", "a{sv}", new Dictionary<string, object> { ["Transport"] = Variant.Of("le") });
            await CallAsync(on ? "StartDiscovery" : "StopDiscovery");
            _scans = on;
        }
        catch (Exception e) when (e is DBusErrorException or TimeoutException or IOException)
        {
            _scans = false;
            if (on)
                logger.ScanFailed(e.Message);
        }
    }

    private async Task CallAsync(string member, string signature = "", params object[] arguments)
    {
        using var answer = await mirror.CallAsync(adapter, Bluez.Adapter, member, BusConnection.Patience, CancellationToken.None, signature, arguments);
    }

    private void EndSearch()
    {
        lock (_lock)
        {
            _searching--;
            _changed.TrySetResult();
        }
    }

    private void EndTurn()
    {
        _radio.Release();
        lock (_lock)
            _changed.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Use(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
