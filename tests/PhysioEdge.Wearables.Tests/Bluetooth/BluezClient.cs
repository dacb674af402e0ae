using System.Runtime.InteropServices;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

/// <summary>Another program that uses BlueZ.</summary>
internal sealed class BluezClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BusConnection _bus;
    private readonly ObjectMirror _mirror;

    private BluezClient(BusConnection bus, ObjectMirror mirror) => (_bus, _mirror) = (bus, mirror);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<BluezClient> OpenAsync(string address)
    {
        var bus = await BusConnection.ConnectAsync(address, TimeProvider.System, Cancellation);
        return new(bus, await ObjectMirror.OpenAsync(bus, TimeProvider.System, Cancellation));
    }

    public bool IsConnected(string device) => _mirror.Read(o => o.All.Any(d => d.Text(Bluez.Device, "Address") == device && o.IsConnected(d.Path)));

    public async Task ConnectAsync(string device)
    {
        var adapter = await _mirror.WaitAsync(o => o.FindAdapter(null)?.Path, Patience, Cancellation);
        await CallAsync(adapter, Bluez.Adapter, "StartDiscovery");
        var path = await _mirror.WaitAsync(o => o.FindDevice(adapter, device, null)?.Path, Patience, Cancellation);
        await CallAsync(path, Bluez.Device, "Connect");
        await _mirror.WaitAsync(o => o[path]!.IsTrue(Bluez.Device, "ServicesResolved") ? o : null, Patience, Cancellation);
    }

    /// <summary>Streams from a device, and never reads.</summary>
    public async Task<SafeHandle> AcquireNotifyAsync(string device, Guid characteristic)
    {
        var path = _mirror.Read(o => o.FindCharacteristic(o.FindDevice(o.FindAdapter(null)!.Path, device, null)!.Path, characteristic)!.Path);
        using var answer = await _mirror.CallAsync(
            path, Bluez.Characteristic, "AcquireNotify", Patience, Cancellation, "a{sv}", new Dictionary<string, object>());
        return answer.TakeHandle(new HandleIndex(0));
    }

    /// <summary>Goes without a word, as a killed program does.</summary>
    public async ValueTask DisposeAsync()
    {
        await _bus.DisposeAsync();
        await _mirror.DisposeAsync();
    }

    private async Task CallAsync(string path, string @interface, string member)
    {
        using var answer = await _mirror.CallAsync(path, @interface, member, Patience, Cancellation);
    }
}
