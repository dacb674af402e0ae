using PhysioEdge.Wearables.Bluetooth;
using static PhysioEdge.Wearables.Tests.Bluetooth.RunningCentral;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

/// <summary>Alone in the process, because other tests open files too.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
[Collection(nameof(LeakTests))]
public sealed class LeakTests
{
    private static int OpenHandles => Directory.GetFiles("/proc/self/fd").Length;

    [Theory]
    [InlineData(NotifyMode.Auto)]
    [InlineData(NotifyMode.Start)]
    public async Task Lost_links_services_and_buses_leave_no_handles_and_no_match_rules(NotifyMode mode)
    {
        await BreakEverythingAsync(mode); // What is opened once stays open.
        var before = OpenHandles;
        await BreakEverythingAsync(mode);
        await Eventually.IsTrueAsync(() => OpenHandles <= before);
    }

    private static async Task BreakEverythingAsync(NotifyMode mode)
    {
        await using var peer = new FakePeer();
        await using var central = new RunningCentral(peer.Address, Left with { Notify = mode });
        await central.UntilStreamsAsync(Left);
        var matches = peer.Bluez.Matches;
        for (var i = 0; i < 5; i++)
            await AfterAsync(central, () => peer.DropLinkAsync(BluetoothPeer.LeftInsole));
        await AfterAsync(central, peer.KillDaemonAsync, peer.StartDaemonAsync);
        await AfterAsync(central, peer.KillBusAsync, peer.StartBusAsync);
        Assert.Equal((1, matches, 1), (peer.Bluez.Clients, peer.Bluez.Matches, peer.Bluez.NotifySockets + peer.Bluez.NotifySessions));
    }

    private static async Task AfterAsync(RunningCentral central, params IEnumerable<Func<Task>> happenings)
    {
        var before = central.EpochOf(Left);
        foreach (var happening in happenings)
            await happening();
        await central.UntilStreamsAsync(Left, epochAfter: before);
    }
}
