using System.Buffers.Binary;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

/// <summary>BlueZ with two insoles, which number their packets in the first four bytes at 100 Hz, and a watch, which notifies once per second.</summary>
public abstract class BluetoothPeer : IAsyncDisposable
{
    public const string LeftInsole = "C0:00:00:00:00:01";
    public const string RightInsole = "C0:00:00:00:00:02";
    public const string Watch = "C0:00:00:00:00:03";
    public const string RightInsoleName = "Insole R";
    public const string WatchName = "HR Watch";
    public const int WatchBatteryPercent = 87;

    public static Guid InsoleData { get; } = new("7a1e0002-5b5a-4f5d-9c6b-1f2e3d4c5b6a");

    public abstract string Address { get; }

    public static uint NumberOf(DeviceNotification notification) => BinaryPrimitives.ReadUInt32LittleEndian(notification.Value.Span);

    public abstract Task DropLinkAsync(string device);

    public abstract Task SetInRangeAsync(string device, bool isInRange);

    public abstract Task SetSilentAsync(string device, bool isSilent);

    /// <summary>The adapter is pulled out, or switched off; or it is there again.</summary>
    public abstract Task SetAdapterAsync(bool isThere);

    public abstract Task KillDaemonAsync();

    public abstract Task StartDaemonAsync();

    public abstract Task KillBusAsync();

    /// <summary>The bus starts again and the daemon with it.</summary>
    public abstract Task StartBusAsync();

    public abstract ValueTask DisposeAsync();
}
