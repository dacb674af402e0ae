using PhysioEdge.Wearables.Bluetooth;
using static PhysioEdge.Wearables.Tests.Bluetooth.RunningCentral;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class CentralOnFakeBluezTests : CentralContract
{
    [Fact]
    public async Task An_attempt_that_stays_in_progress_for_ever_is_cleared()
    {
        await using var peer = new FakePeer();
        peer.Bluez.FailNext("Connect", Bluez.InProgress);
        peer.Bluez.FailNext("Connect", Bluez.InProgress);
        await using var central = new RunningCentral(peer.Address, Left);
        await central.UntilStreamsAsync(Left);
        Assert.Equal(2, central.HistoryOf(Left).Count(s => s.State == LinkState.Backoff));
    }

    [Fact]
    public async Task A_subscription_that_BlueZ_never_answers_is_given_up_and_made_anew()
    {
        await using var peer = new FakePeer();
        peer.Bluez.HangAcquireNotify();
        await using var central = new RunningCentral(peer.Address, Left);
        await central.UntilStreamsAsync(Left);
        Assert.Contains(central.HistoryOf(Left), s => s.State == LinkState.Backoff && s.Reason!.StartsWith("AcquireNotify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_BlueZ_refuses_a_socket_signals_do()
    {
        await using var peer = new FakePeer();
        peer.Bluez.FailNext("AcquireNotify", "org.bluez.Error.NotSupported");
        await using var central = new RunningCentral(peer.Address, Left);
        await central.UntilStreamsAsync(Left);
        Assert.Equal((0, 1), (peer.Bluez.NotifySockets, peer.Bluez.NotifySessions));
    }

    [Fact]
    public async Task It_scans_no_longer_than_until_everything_streams()
    {
        await using var peer = new FakePeer();
        await using var central = new RunningCentral(peer.Address, Left, Right);
        await central.UntilStreamsAsync(Left);
        await central.UntilStreamsAsync(Right);
        await Eventually.IsTrueAsync(() => !peer.Bluez.IsDiscovering);
    }

    [Fact]
    public async Task A_device_pairs_without_a_code()
    {
        await using var peer = new FakePeer();
        await using var adapter = await BluetoothAdapter.OpenAsync(new() { BusAddress = peer.Address }, TimeProvider.System, Cancellation);
        var paired = await adapter.PairAsync(BluetoothPeer.Watch, Cancellation);
        Assert.True(paired.IsPaired);
        Assert.True((await adapter.PairAsync(BluetoothPeer.Watch, Cancellation)).IsPaired);
        Assert.Equal(0, peer.Bluez.Agents);
    }

    [Fact]
    public async Task A_bus_that_is_killed_after_the_service_is_found_again()
    {
        await using var peer = new FakePeer();
        await using var central = new RunningCentral(peer.Address, Left);
        await central.UntilStreamsAsync(Left);
        await peer.KillDaemonAsync();
        await central.UntilStateAsync(Left, LinkState.NoBluetooth);
        var before = central.EpochOf(Left);
        await peer.KillBusAsync();
        await peer.StartBusAsync();
        await central.UntilStreamsAsync(Left, epochAfter: before);
    }

    [Theory]
    [InlineData(NotifyMode.Auto)]
    [InlineData(NotifyMode.Start)]
    public async Task When_it_stops_it_leaves_nothing_behind(NotifyMode mode)
    {
        await using var peer = new FakePeer();
        await using (var central = new RunningCentral(peer.Address, Left with { Notify = mode }, Right))
        {
            await central.UntilStreamsAsync(Left);
            await central.UntilStreamsAsync(Right);
        }

        await Eventually.IsTrueAsync(() => peer.Bluez.Clients == 0); // The bus has to notice that a socket was closed.
        Assert.Equal((0, 0, 0), (peer.Bluez.Matches, peer.Bluez.NotifySockets, peer.Bluez.NotifySessions));
        Assert.False(peer.Bluez.IsConnected(BluetoothPeer.LeftInsole));
        Assert.False(peer.Bluez.IsDiscovering);
    }

    protected override Task<BluetoothPeer> StartPeerAsync() => Task.FromResult<BluetoothPeer>(new FakePeer());
}
