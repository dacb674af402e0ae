using PhysioEdge.Wearables.Bluetooth;
using static PhysioEdge.Wearables.Tests.Bluetooth.RunningCentral;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

/// <summary>What a central does with any org.bluez.</summary>
public abstract class CentralContract
{
    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Devices_are_found_by_address_or_name_and_stream()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left, Right, Watch);
        await central.UntilStreamsAsync(Left);
        await central.UntilStreamsAsync(Right);
        await central.UntilStreamsAsync(Watch, count: 1);
        await central.UntilAsync(() => central.StatusOf(Watch).BatteryPercent is not null);
        Assert.Equal(BluetoothPeer.WatchBatteryPercent, central.StatusOf(Watch).BatteryPercent);
        Assert.Null(central.StatusOf(Left).BatteryPercent);
        Assert.Equal(
            [LinkState.Searching, LinkState.Connecting, LinkState.Resolving, LinkState.Subscribing, LinkState.Streaming],
            central.HistoryOf(Left).Select(s => s.State).Where(s => s != LinkState.NoBluetooth));
    }

    [Fact]
    public async Task While_it_is_switched_off_there_is_no_link_and_afterwards_they_stream_again()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left);
        await central.UntilStreamsAsync(Left);
        var before = central.EpochOf(Left);

        central.Gate.Close();
        await central.UntilStateAsync(Left, LinkState.SwitchedOff);
        var received = central.ReceivedFrom(Left).Count;
        central.Gate.Open();

        await central.UntilStreamsAsync(Left, epochAfter: before);
        Assert.Equal(received, central.ReceivedFrom(Left).Count(n => n.Epoch <= before));
    }

    [Theory]
    [InlineData(NotifyMode.Auto)]
    [InlineData(NotifyMode.Acquire)]
    [InlineData(NotifyMode.Start)]
    public async Task Nothing_is_lost_within_a_connection(NotifyMode mode)
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left with { Notify = mode }, Right with { Notify = mode });
        await central.UntilStreamsAsync(Left, count: 200);
        await central.UntilStreamsAsync(Right, count: 200);
        AssertComplete(central.ReceivedFrom(Left));
        AssertComplete(central.ReceivedFrom(Right));
        Assert.Equal(0, central.Overflowed);
    }

    [Theory]
    [InlineData(NotifyMode.Auto)]
    [InlineData(NotifyMode.Start)]
    public async Task After_each_lost_link_a_new_epoch_begins(NotifyMode mode)
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left with { Notify = mode }, Right);
        await central.UntilStreamsAsync(Right);
        await central.UntilStreamsAsync(Left);
        for (var flap = 0; flap < 3; flap++)
        {
            var before = central.EpochOf(Left);
            await peer.DropLinkAsync(BluetoothPeer.LeftInsole);
            await central.UntilStreamsAsync(Left, epochAfter: before);
        }

        Assert.True(central.StatusOf(Left).Reconnects >= 3);
        Assert.Equal(0, central.StatusOf(Right).Reconnects);
        foreach (var epoch in central.ReceivedFrom(Left).GroupBy(n => n.Epoch))
            AssertComplete([.. epoch]);
    }

    [Fact]
    public async Task A_silent_device_is_dropped_and_streams_again_when_it_speaks()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left with { SilenceTimeout = TimeSpan.FromSeconds(1) });
        await central.UntilStreamsAsync(Left);
        var before = central.EpochOf(Left);
        await peer.SetSilentAsync(BluetoothPeer.LeftInsole, isSilent: true);
        await central.UntilAsync(() => central.HistoryOf(Left).Any(s => s is { State: LinkState.Backoff, Reason: "silent for 1 s" }));
        await peer.SetSilentAsync(BluetoothPeer.LeftInsole, isSilent: false);
        await central.UntilStreamsAsync(Left, epochAfter: before);
    }

    [Fact]
    public async Task A_device_out_of_reach_streams_when_it_is_back()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left, Right);
        await central.UntilStreamsAsync(Left);
        await central.UntilStreamsAsync(Right);
        var before = central.EpochOf(Left);
        await peer.SetInRangeAsync(BluetoothPeer.LeftInsole, isInRange: false);
        await central.UntilAsync(() => central.StatusOf(Left).State != LinkState.Streaming);
        await peer.SetInRangeAsync(BluetoothPeer.LeftInsole, isInRange: true);
        await central.UntilStreamsAsync(Left, epochAfter: before);
        Assert.Equal(0, central.StatusOf(Right).Reconnects);
    }

    [Fact]
    public async Task Without_an_adapter_it_says_so_and_goes_on_when_there_is_one()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left, Right);
        await central.UntilStreamsAsync(Left);
        await peer.SetAdapterAsync(isThere: false);
        await central.UntilStateAsync(Left, LinkState.NoAdapter);
        await central.UntilStateAsync(Right, LinkState.NoAdapter);
        var before = central.EpochOf(Left);
        await peer.SetAdapterAsync(isThere: true);
        await central.UntilStreamsAsync(Left, epochAfter: before);
        await central.UntilStateAsync(Right, LinkState.Streaming);
    }

    [Fact]
    public async Task When_the_Bluetooth_service_is_killed_all_is_built_anew()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left, Right);
        await central.UntilStreamsAsync(Left);
        for (var kill = 0; kill < 2; kill++)
        {
            var before = central.EpochOf(Left);
            await peer.KillDaemonAsync();
            await central.UntilStateAsync(Left, LinkState.NoBluetooth);
            await peer.StartDaemonAsync();
            await central.UntilStreamsAsync(Left, epochAfter: before);
        }

        await central.UntilStateAsync(Right, LinkState.Streaming);
    }

    [Fact]
    public async Task When_the_bus_is_killed_all_is_built_anew()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left, Right);
        await central.UntilStreamsAsync(Left);
        for (var kill = 0; kill < 2; kill++)
        {
            var before = central.EpochOf(Left);
            await peer.KillBusAsync();
            await central.UntilStateAsync(Left, LinkState.NoBluetooth);
            await peer.StartBusAsync();
            await central.UntilStreamsAsync(Left, epochAfter: before);
        }

        await central.UntilStateAsync(Right, LinkState.Streaming);
    }

    [Fact]
    public async Task Links_that_exist_already_are_taken_over()
    {
        await using var peer = await StartPeerAsync();
        await using (var other = await BluezClient.OpenAsync(peer.Address))
            await other.ConnectAsync(BluetoothPeer.LeftInsole);
        await using var central = new RunningCentral(peer.Address, Left);
        await central.UntilStreamsAsync(Left);
        Assert.DoesNotContain(central.HistoryOf(Left), s => s.State is LinkState.Searching or LinkState.Connecting);
    }

    [Fact]
    public async Task What_another_program_streams_is_left_to_it()
    {
        await using var peer = await StartPeerAsync();
        await using var other = await BluezClient.OpenAsync(peer.Address);
        await other.ConnectAsync(BluetoothPeer.LeftInsole);
        using (await other.AcquireNotifyAsync(BluetoothPeer.LeftInsole, BluetoothPeer.InsoleData))
        {
            await using var central = new RunningCentral(peer.Address, Left);
            await central.UntilStateAsync(Left, LinkState.Backoff);
            Assert.StartsWith("another program uses it", central.StatusOf(Left).Reason, StringComparison.Ordinal);
        }

        Assert.True(other.IsConnected(BluetoothPeer.LeftInsole));
    }

    [Fact]
    public async Task A_characteristic_that_the_device_does_not_have_is_named()
    {
        await using var peer = await StartPeerAsync();
        await using var central = new RunningCentral(peer.Address, Left with { Characteristics = [BluetoothPeer.InsoleData, GattUuid.Of(0x2A53)] });
        await central.UntilStateAsync(Left, LinkState.Backoff);
        Assert.Equal("it has no characteristic 2A53", central.StatusOf(Left).Reason);
    }

    [Fact]
    public async Task A_scan_lists_what_is_near()
    {
        await using var peer = await StartPeerAsync();
        await using var adapter = await BluetoothAdapter.OpenAsync(new() { BusAddress = peer.Address }, TimeProvider.System, Cancellation);
        var found = await adapter.ScanAsync(TimeSpan.FromSeconds(1), Cancellation);
        Assert.Equal([BluetoothPeer.LeftInsole, BluetoothPeer.RightInsole, BluetoothPeer.Watch], found.Select(d => d.Address).Order());
        var watch = found.Single(d => d.Address == BluetoothPeer.Watch);
        Assert.Equal((BluetoothPeer.WatchName, -55, false, false), (watch.Name, watch.SignalDbm, watch.IsConnected, watch.IsPaired));
        Assert.Equal([GattUuid.Of(0x180D)], watch.Services);
    }

    [Fact]
    public async Task An_adapter_that_is_not_there_is_named()
    {
        await using var peer = await StartPeerAsync();
        var options = new BluetoothOptions { BusAddress = peer.Address, Adapter = "hci7" };
        var error = await Assert.ThrowsAsync<BluetoothUnavailableException>(() => BluetoothAdapter.OpenAsync(options, TimeProvider.System, Cancellation));
        Assert.Contains("hci7", error.Message, StringComparison.Ordinal);
    }

    protected abstract Task<BluetoothPeer> StartPeerAsync();

    private static void AssertComplete(IReadOnlyList<DeviceNotification> epoch)
    {
        Assert.Single(epoch.Select(n => n.Epoch).Distinct());
        Assert.Equal(epoch.Select((_, i) => BluetoothPeer.NumberOf(epoch[0]) + (uint)i), epoch.Select(BluetoothPeer.NumberOf));
        Assert.Equal(epoch.Select(n => n.ArrivedAt).Order(), epoch.Select(n => n.ArrivedAt));
    }
}
