using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.TestKit;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Benchmarks.Bluetooth.Peers;

/// <summary>Somebody else's org.bluez, a template for python3-dbusmock called <c>bluez5_gatt.py</c>, on a real dbus-daemon.</summary>
internal sealed class MockPeer : Peer
{
    private const string Control = "org.bluez.MockGatt";
    private const string Configuration = """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>@ADDRESS@</listen>
          <auth>EXTERNAL</auth>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly TempFolder _folder = new();
    private readonly string _templates;
    private readonly TimeProvider _time;
    private Daemon? _bus;
    private Daemon? _bluez;

    private MockPeer(string templates, TimeProvider time) => (_templates, _time) = (templates, time);

    public override string Name => "python3-dbusmock on dbus-daemon";

    public override string Bus => $"unix:path={_folder.File("bus")}";

    public override InsoleProfile Insole => MockInsole.Profile;

    public static async Task<MockPeer> StartAsync(string templates, TimeProvider time, CancellationToken cancellationToken)
    {
        var peer = new MockPeer(Path.GetFullPath(templates), time);
        await File.WriteAllTextAsync(
            peer._folder.File("bus.conf"), Configuration.Replace("@ADDRESS@", peer.Bus, StringComparison.Ordinal), cancellationToken);
        await peer.StartBusAsync(cancellationToken);
        return peer;
    }

    public override string AddressOf(string device) => device switch
    {
        Left => "C0:00:00:00:00:01",
        Right => "C0:00:00:00:00:02",
        _ => "C0:00:00:00:00:03",
    };

    public override async Task<NotificationCounts> CountsOfAsync(string device, CancellationToken cancellationToken)
    {
        var path = $"/dev_{AddressOf(device).Replace(':', '_')}/";
        var counts = (Dictionary<string, object>)(await CallAsync(Bluez.Service, "/", Control, "Stats", cancellationToken))[0];
        object[][] own = [.. counts.Where(c => c.Key.Contains(path, StringComparison.Ordinal)).Select(c => (object[])c.Value)];
        return new NotificationCounts(own.Sum(c => (long)(ulong)c[0]), own.Sum(c => (long)(ulong)c[1]));
    }

    public override async Task<BusUse> ReadUseAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync(BusConnection.BusName, "/org/freedesktop/DBus", "org.freedesktop.DBus.Debug.Stats", "GetStats", cancellationToken);
        var all = (Dictionary<string, object>)answer[0];
        return new BusUse(Number("ActiveConnections") - 1, Number("MatchRules"), null); // Who asks is connected too.

        long Number(string name) => (uint)((Variant)all[name]).Value;
    }

    public override async Task FallSilentAsync(CancellationToken cancellationToken)
    {
        foreach (var device in (string[])[Left, Right, Watch])
            await CallAsync(Bluez.Service, "/", Control, "SetRate", cancellationToken, "sd", AddressOf(device), 0.0);
    }

    public override Task DropLinkAsync(string device, CancellationToken cancellationToken)
        => CallAsync(Bluez.Service, "/", Control, "DropLink", cancellationToken, "s", AddressOf(device));

    public override async Task KillDaemonAsync()
    {
        if (_bluez is not null)
            await _bluez.DisposeAsync();
        _bluez = null;
    }

    public override async Task StartDaemonAsync(CancellationToken cancellationToken)
    {
        string[] arguments = ["-u", "-B", "-m", "dbusmock", "--template", Path.Combine(_templates, "bluez5_gatt.py")];
        var environment = new Dictionary<string, string> { ["DBUS_SYSTEM_BUS_ADDRESS"] = Bus, ["PYTHONPATH"] = _templates };
        _bluez = Daemon.Start("/usr/bin/python3", arguments, environment);
        await using var bus = await BusConnection.ConnectAsync(Bus, _time, cancellationToken);
        await using var mirror = await ObjectMirror.OpenAsync(bus, _time, cancellationToken);
        await mirror.WaitAsync(objects => objects.FindAdapter(null), Patience, cancellationToken);
    }

    public override async Task KillBusAsync()
    {
        if (_bus is not null)
            await _bus.DisposeAsync();
        _bus = null;
        await KillDaemonAsync();
    }

    public override async Task StartBusAsync(CancellationToken cancellationToken)
    {
        File.Delete(_folder.File("bus"));
        _bus = Daemon.Start("/usr/bin/dbus-daemon", [$"--config-file={_folder.File("bus.conf")}", "--nofork", "--nopidfile"], new Dictionary<string, string>());
        while (!File.Exists(_folder.File("bus")))
            await Task.Delay(Glance, _time, cancellationToken);
        await StartDaemonAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await KillBusAsync();
        _folder.Dispose();
    }

    private async Task<object[]> CallAsync(
        string service, string path, string @interface, string member, CancellationToken cancellationToken, string signature = "", params object[] arguments)
    {
        await using var bus = await BusConnection.ConnectAsync(Bus, _time, cancellationToken);
        using var answer = await bus.CallAsync(Message.Call(service, path, @interface, member, signature, arguments), BusConnection.Patience, cancellationToken);
        return answer.Arguments();
    }
}
