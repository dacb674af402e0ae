using System.Diagnostics;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;
using PhysioEdge.Wearables.Tests.DBus;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

/// <summary>
/// Somebody else's org.bluez (a template for python3-dbusmock, in the folder that an environment variable names) on a real dbus-daemon.
/// </summary>
internal sealed class DBusMockPeer : BluetoothPeer
{
    private const string Variable = "PHYSIOEDGE_BLUEZ_MOCK";
    private const string Control = "org.bluez.MockGatt";
    private const string Mock = "org.freedesktop.DBus.Mock";
    private const string AdapterPath = "/org/bluez/hci0";
    private const double InsoleHz = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _templates;
    private readonly PrivateBus _bus;
    private Process? _daemon;

    private DBusMockPeer(string templates, PrivateBus bus) => (_templates, _bus) = (templates, bus);

    public override string Address => _bus.Address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DBusMockPeer> StartAsync()
    {
        var templates = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(templates), $"{Variable} does not name the folder with bluez5_gatt.py.");
        Assert.SkipUnless(Directory.Exists("/usr/lib/python3/dist-packages/dbusmock"), "python3-dbusmock is not installed.");
        var peer = new DBusMockPeer(templates, await PrivateBus.StartAsync());
        await peer.StartDaemonAsync();
        return peer;
    }

    public override Task DropLinkAsync(string device) => CallAsync("/", Control, "DropLink", "s", device);

    public override Task SetInRangeAsync(string device, bool isInRange) => CallAsync("/", Control, "SetInRange", "sb", device, isInRange);

    public override Task SetSilentAsync(string device, bool isSilent) => CallAsync("/", Control, "SetRate", "sd", device, isSilent ? 0.0 : InsoleHz);

    public override Task SetAdapterAsync(bool isThere) => CallAsync(
        AdapterPath, Mock, "UpdateProperties", "sa{sv}", Bluez.Adapter, new Dictionary<string, object> { ["Powered"] = Variant.Of(isThere) });

    public override async Task KillDaemonAsync()
    {
        if (_daemon is not { } daemon)
            return;
        daemon.Kill();
        await daemon.WaitForExitAsync(Cancellation);
        daemon.Dispose();
        _daemon = null;
    }

    public override async Task StartDaemonAsync()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-u", "-B", "-m", "dbusmock", "--template", Path.Combine(_templates, "bluez5_gatt.py")])
        {
            Environment = { ["DBUS_SYSTEM_BUS_ADDRESS"] = Address, ["PYTHONPATH"] = _templates },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _daemon = Process.Start(start)!;
        _daemon.OutputDataReceived += static (_, _) => { };
        _daemon.BeginOutputReadLine();
        _daemon.ErrorDataReceived += static (_, _) => { };
        _daemon.BeginErrorReadLine();
        await using var bus = await BusConnection.ConnectAsync(Address, TimeProvider.System, Cancellation);
        await using var mirror = await ObjectMirror.OpenAsync(bus, TimeProvider.System, Cancellation);
        await mirror.WaitAsync(o => o.FindAdapter(null), Patience, Cancellation);
    }

    public override async Task KillBusAsync()
    {
        await KillDaemonAsync();
        await _bus.KillAsync();
    }

    public override async Task StartBusAsync()
    {
        await _bus.RestartAsync();
        await StartDaemonAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await KillDaemonAsync();
        await _bus.DisposeAsync();
    }

    private async Task CallAsync(string path, string @interface, string member, string signature, params object[] arguments)
    {
        await using var bus = await BusConnection.ConnectAsync(Address, TimeProvider.System, Cancellation);
        await bus.CallAsync(Message.Call(Bluez.Service, path, @interface, member, signature, arguments), Cancellation);
    }
}
