using PhysioEdge.Simulation.Bluetooth.Bus;
using PhysioEdge.Simulation.Bluetooth.Daemon;
using PhysioEdge.Simulation.Wearables;

namespace PhysioEdge.Simulation.Bluetooth;

/// <summary>
/// A message bus with BlueZ on it, in this process: for the simulated wearables and for tests. Clients connect to <see cref="Address"/>.
/// It behaves as BlueZ 5.66 does: Connect answers before the services are resolved, GATT objects stay after a disconnect, devices that
/// nobody connected to vanish 30 s after a scan, links stay when their client goes, notification sockets end before
/// <c>Connected</c> changes and drop what does not fit.
/// </summary>
/// <remarks>All members may be called from any thread. Delays are of the given clock; nothing waits for the wall clock.</remarks>
public sealed class FakeBluez : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("physioedge-bus-");
    private readonly Dictionary<string, Radio> _air;
    private readonly CallFaults _faults = new();
    private readonly TimeProvider _clock;
    private readonly FakeBluezTimings _timings;
    private FakeBus? _bus;
    private BluezDaemon? _daemon;
    private bool _hasAdapter = true;

    /// <summary>Starts the bus and the daemon.</summary>
    /// <param name="peripherals">The devices in range.</param>
    /// <param name="clock">What delays are measured with; null = the system's.</param>
    /// <param name="timings">How long things take; null = about as long as in reality.</param>
    public FakeBluez(IEnumerable<Peripheral> peripherals, TimeProvider? clock = null, FakeBluezTimings? timings = null)
    {
        (_clock, _timings) = (clock ?? TimeProvider.System, timings ?? new FakeBluezTimings());
        _air = peripherals.ToDictionary(p => p.Address, p => new Radio(p));
        StartBus();
    }

    /// <summary>Gets the address for <c>DBUS_SYSTEM_BUS_ADDRESS</c>; it stays the same over restarts of the bus.</summary>
    public string Address => $"unix:path={SocketPath}";

    /// <summary>Gets the number of clients on the bus.</summary>
    public int Clients => Under(() => _bus?.Clients ?? 0);

    /// <summary>Gets the number of match rules of all clients.</summary>
    public int Matches => Under(() => _bus?.Matches ?? 0);

    /// <summary>Gets the number of notification sockets that are acquired and not closed.</summary>
    public int NotifySockets => Under(() => Characteristics().Count(c => c.HasSocket));

    /// <summary>Gets the number of sessions by StartNotify.</summary>
    public int NotifySessions => Under(() => Characteristics().Sum(c => c.Sessions));

    /// <summary>Gets the number of pairing agents.</summary>
    public int Agents => Under(() => _daemon?.Agents ?? 0);

    public bool IsDiscovering => Under(() => _daemon is { IsDiscovering: true });

    private string SocketPath => Path.Combine(_folder.FullName, "bus");

    public bool IsConnected(string device) => Under(() => Known(device) is { IsConnected: true });

    public NotificationCounts CountsOf(string device) => Under(() => new NotificationCounts(_air[device].Sent, _air[device].Dropped));

    /// <summary>What clients have written to a characteristic, in order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> WrittenTo(string device, Guid characteristic) =>
        Under(() => (IReadOnlyList<ReadOnlyMemory<byte>>)[.. _air[device].WrittenTo(characteristic)]);

    /// <summary>The device notifies.</summary>
    /// <returns>Whether it is connected and somebody had asked for it.</returns>
    public bool Notify(string device, Guid characteristic, ReadOnlyMemory<byte> value) => Under(() =>
        !_air[device].IsSilent
        && Known(device) is { IsConnected: true } known
        && known.Characteristics.FirstOrDefault(c => c.Uuid == characteristic) is { } found
        && found.Notify(value.ToArray()));

    /// <summary>Lets the devices send, each notification at its time.</summary>
    /// <param name="notifications">What they send, in the order of time.</param>
    /// <param name="speed">How much faster than the clock it goes.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task PlayAsync(IEnumerable<SimulatedNotification> notifications, double speed, CancellationToken cancellation)
    {
        var start = _clock.GetTimestamp();
        foreach (var notification in notifications)
        {
            var wait = (notification.At / speed) - _clock.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _clock, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Notify(notification.Address, notification.Characteristic, notification.Value);
        }
    }

    public void SetBattery(string device, int percent) => Do(() =>
    {
        _air[device].BatteryPercent = percent;
        Known(device)?.ShowBattery();
    });

    /// <summary>The link breaks; the device is still there.</summary>
    public void DropLink(string device) => Do(() => Known(device)?.LoseLink());

    /// <summary>The link breaks, and the device cannot be reached until it comes back.</summary>
    public void GoOutOfRange(string device) => Do(() =>
    {
        _air[device].IsInRange = false;
        Known(device)?.LoseLink();
    });

    public void ComeBackIntoRange(string device) => Do(() =>
    {
        _air[device].IsInRange = true;
        _daemon?.Hear(_air[device]);
    });

    /// <summary>The device stays connected and sends nothing, or sends again.</summary>
    public void Silence(string device, bool silent = true) => Do(() => _air[device].IsSilent = silent);

    /// <summary>The adapter is pulled out: it and all devices vanish.</summary>
    public void RemoveAdapter() => Do(() =>
    {
        _hasAdapter = false;
        _daemon?.RemoveAdapter();
    });

    public void AddAdapter() => Do(() =>
    {
        _hasAdapter = true;
        _daemon?.AddAdapter();
    });

    /// <summary>The next call of that method fails.</summary>
    public void FailNext(string method, string error, string text = "") => Do(() => _faults.Add(method, new CallFault(error, text)));

    /// <summary>The next call of that method is never answered.</summary>
    public void HangNext(string method) => Do(() => _faults.Add(method, new CallFault(null, "")));

    /// <summary>AcquireNotify is not answered the next time, as before BlueZ 5.84 after a failed write of the descriptor.</summary>
    public void HangAcquireNotify() => HangNext("AcquireNotify");

    /// <summary>The daemon is killed: links, devices and calls under way are gone.</summary>
    public void KillDaemon() => Do(EndDaemon);

    /// <summary>The daemon starts again and knows no device.</summary>
    public void StartDaemon() => Do(BeginDaemon);

    public void RestartDaemon()
    {
        KillDaemon();
        StartDaemon();
    }

    /// <summary>The bus is killed, and the daemon with it: all sockets are closed.</summary>
    public async Task KillBusAsync()
    {
        FakeBus? bus = null;
        Do(() =>
        {
            _daemon?.End();
            (bus, _bus, _daemon) = (_bus, null, null);
        });
        if (bus is not null)
            await bus.DisposeAsync();
    }

    /// <summary>Bus and daemon start again under the same address.</summary>
    public void StartBus() => Do(() =>
    {
        if (_bus is not null)
            return;
        _bus = new FakeBus(_gate, SocketPath);
        _bus.ClientGone += client => _daemon?.ClientGone(client);
        BeginDaemon();
    });

    public async Task RestartBusAsync()
    {
        await KillBusAsync();
        StartBus();
    }

    public async ValueTask DisposeAsync()
    {
        await KillBusAsync();
        _folder.Delete(recursive: true);
    }

    private void BeginDaemon()
    {
        if (_bus is not { } bus || _daemon is not null)
            return;
        var daemon = _daemon = new BluezDaemon([.. _air.Values], _faults, _timings, _clock, _gate, bus.SendFromService);
        if (_hasAdapter)
            daemon.AddAdapter();
        bus.Serve(BluezNames.Service, daemon.Receive);
    }

    private void EndDaemon()
    {
        if (_daemon is not { } daemon || _bus is not { } bus)
            return;
        _daemon = null;
        bus.EndService(daemon.End());
    }

    private Device? Known(string device) => _daemon?.Find<Device>(Device.PathOf(device));

    private IEnumerable<Characteristic> Characteristics() => _daemon?.Devices.SelectMany(device => device.Characteristics) ?? [];

    private void Do(Action action)
    {
        lock (_gate)
            action();
    }

    private T Under<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }
}
