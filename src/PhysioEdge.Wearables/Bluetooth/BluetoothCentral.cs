using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Wearables.DBus;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>
/// Keeps the declared devices connected and streaming, through whatever happens to links, adapter, Bluetooth service and bus. When one
/// of these goes, everything above it is built anew.
/// </summary>
public sealed class BluetoothCentral : IAsyncDisposable
{
    // 50 pairs of insoles at 100 Hz fill it in 6 s.
    private const int QueueLength = 1 << 16;

    // To look whether a socket is there costs nothing.
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(3);

    private readonly BluetoothOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CaptureGate _gate;
    private readonly DeviceLink[] _links;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<DeviceNotification> _queue = Channel.CreateBounded<DeviceNotification>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private Task _running = Task.CompletedTask;

    public BluetoothCentral(IEnumerable<BluetoothDevice> devices, BluetoothOptions options, TimeProvider time, ILogger<BluetoothCentral> logger, CaptureGate? gate = null)
    {
        (_options, _time, _logger, _gate) = (options, time, logger, gate ?? new());
        _links = [.. devices.Select(device => new DeviceLink(device, _queue.Writer, time, logger, status => LinkChanged?.Invoke(status)))];
    }

    /// <summary>Is told each change of a link's state, reason or battery; must be quick.</summary>
    public event Action<LinkStatus>? LinkChanged;

    /// <summary>Gets what the devices notify, in order per device. It ends with <see cref="RunAsync"/>.</summary>
    public ChannelReader<DeviceNotification> Notifications => _queue.Reader;

    public IReadOnlyList<LinkStatus> Links => [.. _links.Select(link => link.Status)];

    /// <summary>Gets how many notifications were lost because nobody took them out of the queue.</summary>
    public long Overflowed => _links.Sum(link => link.Overflowed);

    /// <summary>Runs until cancelled; called once.</summary>
    /// <exception cref="FormatException">The bus address is none.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        await (_running = KeepRunningAsync(either.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task KeepRunningAsync(CancellationToken cancellation)
    {
        var backoff = new Backoff(Random.Shared, LongestBackoff);
        try
        {
            while (true)
            {
                if (!_gate.IsOpen)
                    EnterAll(LinkState.SwitchedOff, "The privacy switch is on.");
                await ServeWhileAllowedAsync(backoff, await _gate.EnterAsync(cancellation), cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // That is how it ends.
        }
        finally
        {
            _queue.Writer.TryComplete();
        }
    }

    private async Task ServeWhileAllowedAsync(Backoff backoff, CancellationToken allowed, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(allowed, cancellation);
        try
        {
            EnterAll(LinkState.NoBluetooth, await ServeBusAsync(backoff, either.Token));
            await Task.Delay(backoff.Next(), _time, either.Token);
        }
        catch (OperationCanceledException) when (allowed.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // It was switched off.
        }
    }

    // Returns why there is no bus any more.
    private async Task<string> ServeBusAsync(Backoff backoff, CancellationToken cancellation)
    {
        try
        {
            await using var bus = await BusConnection.ConnectAsync(_options.BusAddress, _time, cancellation);
            await using var mirror = await ObjectMirror.OpenAsync(bus, _time, cancellation);
            backoff.Reset();
            while (!bus.Closed.IsCompleted)
                await ServeAdapterAsync(bus, mirror, cancellation);
            return await bus.Closed;
        }
        catch (Exception e) when (e is IOException or TimeoutException or DBusErrorException)
        {
            return e.Message;
        }
    }

    private async Task ServeAdapterAsync(BusConnection bus, ObjectMirror mirror, CancellationToken cancellation)
    {
        var state = mirror.Read(AdapterOf);
        if (state.Path is { } path)
        {
            await RunSessionsAsync(mirror, path, cancellation);
            return;
        }

        EnterAll(state.Problem, state.Reason);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var changed = mirror.WaitAsync(o => AdapterOf(o) != state ? o : null, Timeout.InfiniteTimeSpan, over.Token);
        await Task.WhenAny(changed, bus.Closed);
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private AdapterState AdapterOf(BluezObjects objects) => AdapterState.Of(objects, _options.Adapter);

    private async Task RunSessionsAsync(ObjectMirror mirror, string adapter, CancellationToken cancellation)
    {
        _logger.AdapterFound(adapter);
        using var lifetime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var radio = new AdapterRadio(mirror, adapter, () => _links.Any(link => link.IsStreaming), _time, _logger);
        var owner = mirror.Read(o => o.Owner);
        var parts = new List<Task>
        {
            EndWith(mirror.WaitAsync(o => o.Owner == owner && o.IsPowered(adapter) ? null : o, Timeout.InfiniteTimeSpan, lifetime.Token), lifetime),
            EndWith(radio.RunAsync(lifetime.Token), lifetime),
        };
        parts.AddRange(_links.Select(link => EndWith(new DeviceSession(link, mirror, radio, _time).RunAsync(lifetime.Token), lifetime)));
        await Task.WhenAll(parts);
        cancellation.ThrowIfCancellationRequested();
    }

    // Whichever part ends first ends the others.
    private static async Task EndWith(Task part, CancellationTokenSource lifetime)
    {
        try
        {
            await part;
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            // Another part has ended.
        }
        finally
        {
            await lifetime.CancelAsync();
        }
    }

    private void EnterAll(LinkState state, string reason)
    {
        foreach (var link in _links)
            link.Enter(state, reason);
    }
}
