using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Tests.Bluetooth;

public sealed class FakeBluezTests : IAsyncDisposable
{
    private const string Insole = "C0:00:00:00:00:01";
    private const string Watch = "C0:00:00:00:00:02";

    private static readonly Guid Service = new("7a1e0001-5c3b-4d2a-9f60-1b2c3d4e5f60");
    private static readonly Guid Data = new("7a1e0002-5c3b-4d2a-9f60-1b2c3d4e5f60");
    private static readonly Guid Command = new("7a1e0003-5c3b-4d2a-9f60-1b2c3d4e5f60");
    private static readonly Guid HeartService = new("0000180d-0000-1000-8000-00805f9b34fb");
    private static readonly Guid Heart = new("00002a37-0000-1000-8000-00805f9b34fb");
    private static readonly string DataPath = BluezClient.PathOf(Insole) + "/service000a/char000b";

    private readonly FakeTimeProvider _clock = new();
    private readonly FakeBluez _bluez;

    public FakeBluezTests() => _bluez = new FakeBluez(
        [
            new Peripheral
            {
                Address = Insole,
                Name = "Insole",
                Advertised = [Service],
                BatteryPercent = 80,
                Characteristics = [new(Service, Data) { Notifies = true }, new(Service, Command) { CanBeWritten = true, Value = new byte[] { 7 } }],
            },
            new Peripheral { Address = Watch, Name = "Watch", Advertised = [HeartService], Characteristics = [new(HeartService, Heart) { Notifies = true }] },
        ],
        _clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _bluez.DisposeAsync();

    [Fact]
    public async Task A_scan_finds_the_devices_and_those_never_connected_to_vanish_30_s_after_it()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await client.AdapterAsync("StartDiscovery");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["/org/bluez", BluezClient.Hci, BluezClient.PathOf(Insole), BluezClient.PathOf(Watch)], await client.PathsAsync());

        await client.AdapterAsync("StopDiscovery");
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(4, (await client.PathsAsync()).Count);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(["/org/bluez", BluezClient.Hci], await client.PathsAsync());
        Assert.Contains(client.Heard, s => s.Contains("Discovering=False", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scan_with_a_filter_finds_only_what_it_asks_for()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await client.AdapterAsync("SetDiscoveryFilter", "a{sv}", new Dictionary<string, object> { ["UUIDs"] = Variant.Of(new[] { HeartService.ToString() }) });
        await client.AdapterAsync("StartDiscovery");
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["/org/bluez", BluezClient.Hci, BluezClient.PathOf(Watch)], await client.PathsAsync());
    }

    [Fact]
    public async Task A_second_scan_by_the_same_client_is_in_progress()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await client.AdapterAsync("StartDiscovery");

        await RefusedAsync("org.bluez.Error.InProgress", client.AdapterAsync("StartDiscovery"));
    }

    [Fact]
    public async Task Connect_answers_before_the_services_are_resolved_and_their_objects_stay_after_a_disconnect()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole, resolve: false);
        Assert.DoesNotContain(DataPath, await client.PathsAsync());

        _clock.Advance(TimeSpan.FromSeconds(1));
        await client.HearAsync("ServicesResolved=True");
        Assert.Contains(DataPath, await client.PathsAsync());
        Assert.Equal((byte)80, await client.GetAsync(BluezClient.PathOf(Insole), "org.bluez.Battery1", "Percentage"));

        await client.DeviceAsync(Insole, "Disconnect");
        await client.HearAsync("Connected=False");
        Assert.Contains(DataPath, await client.PathsAsync());
        Assert.Equal(["ServicesResolved=False", "Connected=False"], client.Heard.TakeLast(2).Select(s => s.Split(' ')[1]));
    }

    [Fact]
    public async Task A_notification_is_one_packet_and_the_socket_ends_before_the_link_is_told_lost()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        using var socket = await client.AcquireAsync(DataPath);

        Assert.True(_bluez.Notify(Insole, Data, new byte[] { 1, 2 }));
        Assert.True(_bluez.Notify(Insole, Data, new byte[] { 3 }));
        Assert.Equal([1, 2], await ReadAsync(socket));
        Assert.Equal([3], await ReadAsync(socket));
        Assert.Equal(1, _bluez.NotifySockets);

        _bluez.DropLink(Insole);
        Assert.Empty(await ReadAsync(socket));
        await client.HearAsync("Connected=False");
        Assert.Equal(0, _bluez.NotifySockets);
        Assert.False(_bluez.Notify(Insole, Data, new byte[] { 4 }));
    }

    [Fact]
    public async Task A_client_that_does_not_read_loses_what_does_not_fit()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        using var socket = await client.AcquireAsync(DataPath);

        for (var i = 0; i < 1000; i++)
            _bluez.Notify(Insole, Data, new byte[44]);

        var counts = _bluez.CountsOf(Insole);
        Assert.Equal(1000, counts.Sent + counts.Dropped);
        Assert.InRange(counts.Sent, 100, 600);
    }

    [Fact]
    public async Task Closing_the_socket_gives_the_notifications_back()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        (await client.AcquireAsync(DataPath)).Dispose();

        await client.HearAsync("NotifyAcquired=False");

        Assert.Equal(0, _bluez.NotifySockets);
    }

    [Fact]
    public async Task Socket_and_session_exclude_each_other()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        var socket = await client.AcquireAsync(DataPath);
        await RefusedAsync("org.bluez.Error.NotPermitted", client.CharacteristicAsync(DataPath, "StartNotify"));
        await RefusedAsync("org.bluez.Error.NotPermitted", client.AcquireAsync(DataPath));
        socket.Dispose();
        await client.HearAsync("NotifyAcquired=False");

        await client.CharacteristicAsync(DataPath, "StartNotify");
        await RefusedAsync("org.bluez.Error.InProgress", client.AcquireAsync(DataPath));
    }

    [Fact]
    public async Task A_session_goes_on_after_a_reconnect()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        await client.CharacteristicAsync(DataPath, "StartNotify");
        _bluez.Notify(Insole, Data, new byte[] { 0xAB });
        await client.HearAsync("Value=AB");

        _bluez.DropLink(Insole);
        await client.HearAsync("Connected=False");
        await ConnectAsync(client, Insole, scan: false);
        _bluez.Notify(Insole, Data, new byte[] { 0xCD });
        await client.HearAsync("Value=CD");

        await client.CharacteristicAsync(DataPath, "StopNotify");
        Assert.Equal(0, _bluez.NotifySessions);
        Assert.False(_bluez.Notify(Insole, Data, new byte[] { 0xEF }));
    }

    [Fact]
    public async Task Equal_values_are_told_each_time()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        await client.CharacteristicAsync(DataPath, "StartNotify");
        var value = new byte[] { 0xAB };

        _bluez.Notify(Insole, Data, value);
        _bluez.Notify(Insole, Data, value);

        await client.HearAsync("Value=AB");
        await client.HearAsync("Value=AB");
    }

    [Fact]
    public async Task The_link_stays_when_its_client_goes_but_nothing_else_of_it()
    {
        await using var witness = await BluezClient.ConnectAsync(_bluez);
        var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        using var socket = await client.AcquireAsync(DataPath);
        await client.AdapterAsync("StartDiscovery");
        await client.DisposeAsync();

        await witness.HearAsync("Discovering=False");
        await witness.HearAsync("NotifyAcquired=False");

        Assert.True(_bluez.IsConnected(Insole));
        Assert.Equal((1, 0, 3), (_bluez.Clients, _bluez.NotifySockets, _bluez.Matches));
    }

    [Fact]
    public async Task A_device_out_of_range_is_given_up_after_20_s_and_a_disconnect_gives_up_at_once()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ScanAsync(client);
        _bluez.GoOutOfRange(Insole);
        var connecting = client.DeviceAsync(Insole, "Connect");
        await client.PathsAsync();
        await RefusedAsync("org.bluez.Error.InProgress", client.DeviceAsync(Insole, "Connect"));
        _clock.Advance(TimeSpan.FromSeconds(21));
        await RefusedAsync("org.bluez.Error.Failed", connecting);

        connecting = client.DeviceAsync(Insole, "Connect");
        await client.DeviceAsync(Insole, "Disconnect");
        await RefusedAsync("org.bluez.Error.Failed", connecting);
        await RefusedAsync("org.bluez.Error.NotConnected", client.DeviceAsync(Insole, "Disconnect"));
    }

    [Fact]
    public async Task Calls_fail_or_hang_on_command_once()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        _bluez.FailNext("StartNotify", "org.bluez.Error.InProgress");
        _bluez.HangAcquireNotify();

        var hanging = client.AcquireAsync(DataPath);
        await RefusedAsync("org.bluez.Error.InProgress", client.CharacteristicAsync(DataPath, "StartNotify"));
        await client.CharacteristicAsync(DataPath, "StartNotify");

        Assert.False(hanging.IsCompleted);
        _bluez.KillDaemon();
        await RefusedAsync("org.freedesktop.DBus.Error.NoReply", hanging);
    }

    [Fact]
    public async Task A_silent_device_is_connected_and_sends_nothing()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        await client.CharacteristicAsync(DataPath, "StartNotify");

        _bluez.Silence(Insole);
        Assert.False(_bluez.Notify(Insole, Data, new byte[] { 1 }));
        _bluez.Silence(Insole, false);

        Assert.True(_bluez.Notify(Insole, Data, new byte[] { 1 }));
    }

    [Fact]
    public async Task The_adapter_can_be_pulled_out_and_put_back()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        _bluez.RemoveAdapter();

        await client.HearAsync($"-{BluezClient.Hci} ");
        Assert.Equal(["/org/bluez"], await client.PathsAsync());
        _bluez.AddAdapter();
        await client.HearAsync($"+{BluezClient.Hci} ");
        await ConnectAsync(client, Insole);
    }

    [Fact]
    public async Task Switched_off_the_adapter_has_no_links_and_is_not_ready()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        await client.CallAsync(BluezClient.Hci, "org.freedesktop.DBus.Properties", "Set", "ssv", "org.bluez.Adapter1", "Powered", Variant.Of(false));

        Assert.False(_bluez.IsConnected(Insole));
        await RefusedAsync("org.bluez.Error.NotReady", client.DeviceAsync(Insole, "Connect"));
        await RefusedAsync("org.bluez.Error.NotReady", client.AdapterAsync("StartDiscovery"));
    }

    [Fact]
    public async Task A_killed_daemon_loses_its_name_and_knows_no_device_when_it_is_back()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        using var socket = await client.AcquireAsync(DataPath);
        _bluez.KillDaemon();

        Assert.Empty(await ReadAsync(socket));
        await client.HearAsync("NameOwnerChanged org.bluez");
        await RefusedAsync("org.freedesktop.DBus.Error.ServiceUnknown", client.PathsAsync());
        _bluez.StartDaemon();
        await client.HearAsync("NameOwnerChanged org.bluez  :");
        Assert.Equal(["/org/bluez", BluezClient.Hci], await client.PathsAsync());
    }

    [Fact]
    public async Task A_killed_bus_closes_all_connections_and_is_back_under_the_same_address()
    {
        var address = _bluez.Address;
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await _bluez.RestartBusAsync();

        await client.Closed.WaitAsync(Token);
        await using var again = await BluezClient.ConnectAsync(_bluez);
        Assert.Equal(address, _bluez.Address);
        Assert.Equal(["/org/bluez", BluezClient.Hci], await again.PathsAsync());
    }

    [Fact]
    public async Task What_is_written_is_kept_and_what_can_be_read_is_answered()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);
        var command = BluezClient.PathOf(Insole) + "/service000a/char000e";

        Assert.Equal([7], (byte[])(await client.CharacteristicAsync(command, "ReadValue", "a{sv}", new Dictionary<string, object>()))[0]);
        await client.CharacteristicAsync(command, "WriteValue", "aya{sv}", new byte[] { 1, 2 }, new Dictionary<string, object>());

        Assert.Equal([1, 2], Assert.Single(_bluez.WrittenTo(Insole, Command)).ToArray());
        await RefusedAsync("org.bluez.Error.NotSupported", client.CharacteristicAsync(DataPath, "ReadValue", "a{sv}", new Dictionary<string, object>()));
    }

    [Fact]
    public async Task Pairing_connects_and_asks_nobody()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ScanAsync(client);
        await client.CallAsync("/org/bluez", "org.bluez.AgentManager1", "RegisterAgent", "os", new ObjectPath("/agent"), "NoInputNoOutput");
        var pairing = client.DeviceAsync(Insole, "Pair");
        await client.PathsAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(60));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await pairing;

        Assert.Equal(true, await client.GetAsync(BluezClient.PathOf(Insole), "org.bluez.Device1", "Paired"));
        Assert.True(_bluez.IsConnected(Insole));
        Assert.Equal(1, _bluez.Agents);
        await RefusedAsync("org.bluez.Error.AlreadyExists", client.DeviceAsync(Insole, "Pair"));
    }

    [Fact]
    public async Task A_removed_device_is_unknown_until_it_is_heard_again()
    {
        await using var client = await BluezClient.ConnectAsync(_bluez);
        await ConnectAsync(client, Insole);

        await client.AdapterAsync("RemoveDevice", "o", new ObjectPath(BluezClient.PathOf(Insole)));

        Assert.DoesNotContain(await client.PathsAsync(), path => path.StartsWith(BluezClient.PathOf(Insole), StringComparison.Ordinal));
        await RefusedAsync("org.bluez.Error.DoesNotExist", client.AdapterAsync("RemoveDevice", "o", new ObjectPath(BluezClient.PathOf(Insole))));
        await ConnectAsync(client, Insole);
    }

    private async Task ScanAsync(BluezClient client)
    {
        await client.AdapterAsync("StartDiscovery");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await client.AdapterAsync("StopDiscovery");
    }

    private async Task ConnectAsync(BluezClient client, string device, bool resolve = true, bool scan = true)
    {
        if (scan)
            await ScanAsync(client);
        var connecting = client.DeviceAsync(device, "Connect");
        await client.PathsAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(60));
        await connecting;
        if (!resolve)
            return;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await client.HearAsync("ServicesResolved=True");
    }

    private static async Task<byte[]> ReadAsync(Socket socket)
    {
        var buffer = new byte[512];
        return buffer[..await socket.ReceiveAsync(buffer, Token)];
    }

    private static async Task RefusedAsync(string error, Task call)
    {
        var refused = await Assert.ThrowsAsync<DBusErrorException>(() => call);
        Assert.Equal(error, refused.Name);
    }
}
