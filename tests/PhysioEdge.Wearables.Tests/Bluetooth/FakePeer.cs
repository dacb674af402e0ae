using System.Buffers.Binary;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

/// <summary>The product's own fake, which is the bus as well.</summary>
internal sealed class FakePeer : BluetoothPeer
{
    private const int InsoleHz = 100;
    private static readonly Guid InsoleService = new("7a1e0001-5b5a-4f5d-9c6b-1f2e3d4c5b6a");

    private readonly CancellationTokenSource _over = new();
    private readonly Task _playing;

    public FakePeer()
    {
        Bluez = new FakeBluez([Insole(LeftInsole, "Insole L"), Insole(RightInsole, RightInsoleName), HeartRateWatch()]);
        _playing = Bluez.PlayAsync(Packets(), speed: 1, _over.Token);
    }

    public FakeBluez Bluez { get; }

    public override string Address => Bluez.Address;

    public override Task DropLinkAsync(string device) => Do(() => Bluez.DropLink(device));

    public override Task SetInRangeAsync(string device, bool isInRange) =>
        Do(() => (isInRange ? (Action<string>)Bluez.ComeBackIntoRange : Bluez.GoOutOfRange)(device));

    public override Task SetSilentAsync(string device, bool isSilent) => Do(() => Bluez.Silence(device, isSilent));

    public override Task SetAdapterAsync(bool isThere) => Do(isThere ? Bluez.AddAdapter : Bluez.RemoveAdapter);

    public override Task KillDaemonAsync() => Do(Bluez.KillDaemon);

    public override Task StartDaemonAsync() => Do(Bluez.StartDaemon);

    public override Task KillBusAsync() => Bluez.KillBusAsync();

    public override Task StartBusAsync() => Do(Bluez.StartBus);

    public override async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Bluez.DisposeAsync();
        _over.Dispose();
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static Peripheral Insole(string address, string name) => new()
    {
        Address = address,
        Name = name,
        Advertised = [InsoleService],
        Characteristics = [new(InsoleService, InsoleData) { Notifies = true }],
    };

    private static Peripheral HeartRateWatch() => new()
    {
        Address = Watch,
        Name = WatchName,
        Advertised = [GattUuid.Of(0x180D)],
        Characteristics = [new(GattUuid.Of(0x180D), GattUuid.HeartRateMeasurement) { Notifies = true }],
        BatteryPercent = WatchBatteryPercent,
    };

    private static IEnumerable<SimulatedNotification> Packets()
    {
        for (var number = 0; ; number++)
        {
            var at = TimeSpan.FromSeconds((double)number / InsoleHz);
            yield return new(at, LeftInsole, InsoleData, Packet(number));
            yield return new(at, RightInsole, InsoleData, Packet(number));
            if (number % InsoleHz == 0)
                yield return new(at, Watch, GattUuid.HeartRateMeasurement, [0, 72]);
        }
    }

    private static byte[] Packet(int number)
    {
        var packet = new byte[44];
        BinaryPrimitives.WriteInt32LittleEndian(packet, number);
        return packet;
    }
}
