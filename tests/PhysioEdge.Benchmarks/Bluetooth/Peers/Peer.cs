using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Benchmarks.Bluetooth.Peers;

/// <summary>What stands for BlueZ, with two insoles at 100 Hz and a watch in reach.</summary>
internal abstract class Peer : IAsyncDisposable
{
    public const string Left = "left insole";
    public const string Right = "right insole";
    public const string Watch = "watch";

    public abstract string Name { get; }

    /// <summary>Gets the D-Bus address.</summary>
    public abstract string Bus { get; }

    /// <summary>Gets the make of its insoles.</summary>
    public abstract InsoleProfile Insole { get; }

    /// <summary>Gets the devices with their addresses, the watch last.</summary>
    public IReadOnlyList<BluetoothDevice> Devices =>
    [
        DeviceOf(Left, Insole.Characteristic),
        DeviceOf(Right, Insole.Characteristic),
        DeviceOf(Watch, GattUuid.HeartRateMeasurement),
    ];

    public abstract string AddressOf(string device);

    /// <summary>What the device itself counted.</summary>
    public abstract Task<NotificationCounts> CountsOfAsync(string device, CancellationToken cancellationToken);

    public abstract Task<BusUse> ReadUseAsync(CancellationToken cancellationToken);

    /// <summary>The devices send nothing more.</summary>
    public abstract Task FallSilentAsync(CancellationToken cancellationToken);

    public abstract Task DropLinkAsync(string device, CancellationToken cancellationToken);

    public abstract Task KillDaemonAsync();

    /// <summary>The daemon starts again; it is there when this ends.</summary>
    public abstract Task StartDaemonAsync(CancellationToken cancellationToken);

    /// <summary>The bus is killed, and the daemon with it.</summary>
    public abstract Task KillBusAsync();

    /// <summary>Bus and daemon start again; they are there when this ends.</summary>
    public abstract Task StartBusAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    private BluetoothDevice DeviceOf(string device, Guid characteristic) =>
        new() { Id = device, Address = AddressOf(device), Characteristics = [characteristic] };
}

/// <summary>What clients hold of a bus.</summary>
/// <param name="Clients">Connections, the daemon's own included where it has one.</param>
/// <param name="Matches">Match rules.</param>
/// <param name="Subscriptions">Notification sockets and sessions; null where it is not told.</param>
internal readonly record struct BusUse(long Clients, long Matches, int? Subscriptions);
