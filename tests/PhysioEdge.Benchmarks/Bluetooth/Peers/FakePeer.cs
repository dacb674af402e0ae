using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Benchmarks.Bluetooth.Peers;

/// <summary>The product's own fake, in this process, with the simulated wearables on it.</summary>
internal sealed class FakePeer : Peer
{
    private readonly CancellationTokenSource _silent = new();
    private readonly FakeBluez _bluez;
    private readonly Task _playing;

    public FakePeer(TimeProvider time)
    {
        Insole = InsoleProfileFiles.ReadSimulated();
        var worn = Walks.Worn(Walks.BackAndForth(), Insole, ScriptEnd.Again);
        _bluez = new FakeBluez(worn.Devices, time);
        _playing = Task.Run(() => _bluez.PlayAsync(worn.Notifications(), 1, _silent.Token));
    }

    public override string Name => "fake BlueZ";

    public override string Bus => _bluez.Address;

    public override InsoleProfile Insole { get; }

    public override string AddressOf(string device) => device switch
    {
        Left => SimulatedWearables.LeftInsoleAddress,
        Right => SimulatedWearables.RightInsoleAddress,
        _ => SimulatedWearables.WatchAddress,
    };

    public override Task<NotificationCounts> CountsOfAsync(string device, CancellationToken cancellationToken)
        => Task.FromResult(_bluez.CountsOf(AddressOf(device)));

    public override Task<BusUse> ReadUseAsync(CancellationToken cancellationToken)
        => Task.FromResult(new BusUse(_bluez.Clients, _bluez.Matches, _bluez.NotifySockets + _bluez.NotifySessions));

    public override async Task FallSilentAsync(CancellationToken cancellationToken)
    {
        await _silent.CancelAsync();
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override Task DropLinkAsync(string device, CancellationToken cancellationToken) => Do(() => _bluez.DropLink(AddressOf(device)));

    public override Task KillDaemonAsync() => Do(_bluez.KillDaemon);

    public override Task StartDaemonAsync(CancellationToken cancellationToken) => Do(_bluez.StartDaemon);

    public override Task KillBusAsync() => _bluez.KillBusAsync();

    public override Task StartBusAsync(CancellationToken cancellationToken) => Do(_bluez.StartBus);

    public override async ValueTask DisposeAsync()
    {
        await FallSilentAsync(CancellationToken.None);
        await _bluez.DisposeAsync();
        _silent.Dispose();
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
