using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class DevicesCommandTests : IAsyncDisposable
{
    private const string Address = "C0:00:00:00:00:03";
    private const string Name = "Watch\e[2J";

    private readonly FakeBluez _bluez = new(
    [
        new()
        {
            Address = Address,
            Name = Name,
            Advertised = [GattUuid.Of(0x180D)],
            Characteristics = [new(GattUuid.Of(0x180D), GattUuid.HeartRateMeasurement) { Notifies = true }],
            BatteryPercent = 87,
        },
    ]);

    [Fact]
    public async Task A_scan_shows_what_is_near_and_no_name_takes_over_the_terminal()
    {
        var result = await PhysioEdgeProgram.RunAsync("devices", "scan", "--seconds", "1", "--bus", _bluez.Address);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"{Address}   -55 dBm  Watch?[2J                 180D\n", result.Output);
    }

    [Fact]
    public async Task Pairing_shows_the_paired_device()
    {
        var result = await PhysioEdgeProgram.RunAsync("devices", "pair", Address, "--bus", _bluez.Address);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("paired", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_shows_the_link_its_battery_and_how_much_comes()
    {
        using var over = new CancellationTokenSource();
        var playing = _bluez.PlayAsync(
            Enumerable.Range(0, int.MaxValue).Select(i => new SimulatedNotification(i * TimeSpan.FromSeconds(0.1), Address, GattUuid.HeartRateMeasurement, [0, 72])), 1, over.Token);
        var result = await PhysioEdgeProgram.RunAsync("devices", "watch", Address, "--seconds", "4", "--bus", _bluez.Address);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => playing);

        Assert.Equal(0, result.ExitCode);
        Assert.All(["Connecting", "Streaming", "battery 87 %", "/s  "], text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scan --seconds 1")]
    [InlineData("pair " + Address)]
    public async Task Without_a_bus_it_says_so_in_one_line(string command)
    {
        var result = await PhysioEdgeProgram.RunAsync(["devices", .. command.Split(' '), "--bus", "unix:path=/no/such/bus"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("No D-Bus answers at unix:path=/no/such/bus", Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_Bluetooth_service_it_says_how_to_start_it()
    {
        _bluez.KillDaemon();
        var result = await PhysioEdgeProgram.RunAsync("devices", "scan", "--bus", _bluez.Address);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("systemctl start bluetooth", Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_adapter_it_says_so()
    {
        _bluez.RemoveAdapter();
        var result = await PhysioEdgeProgram.RunAsync("devices", "scan", "--bus", _bluez.Address);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no Bluetooth adapter", result.Error, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _bluez.DisposeAsync();
}
