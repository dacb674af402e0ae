using System.Diagnostics;
using PhysioEdge.Simulation.Bluetooth;

namespace PhysioEdge.Simulation.Tests.Bluetooth;

/// <summary>BlueZ's own client takes the fake for BlueZ.</summary>
public class BluetoothctlTests
{
    private const string Program = "/usr/bin/bluetoothctl";
    private const string Watch = "C0:00:00:00:00:02";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bluetoothctl_scans_lists_and_connects()
    {
        Assert.SkipUnless(File.Exists(Program), "bluetoothctl is not installed (Debian package bluez).");
        var heart = new Guid("0000180d-0000-1000-8000-00805f9b34fb");
        await using var bluez = new FakeBluez(
            [new Peripheral { Address = Watch, Name = "Watch", Advertised = [heart], Characteristics = [new(heart, new Guid("00002a37-0000-1000-8000-00805f9b34fb")) { Notifies = true }] }]);
        using var process = Start(bluez);
        var commands = process.StandardInput;

        await SayAsync(commands, "scan on");
        await ReadUntilAsync(process.StandardOutput, $"Device {Watch} Watch");
        await SayAsync(commands, $"connect {Watch}");
        await ReadUntilAsync(process.StandardOutput, "Connection successful");
        await ReadUntilAsync(process.StandardOutput, "ServicesResolved: yes");
        await SayAsync(commands, $"info {Watch}");
        var info = await ReadUntilAsync(process.StandardOutput, "UUID: Heart Rate");
        await SayAsync(commands, "quit");
        await process.WaitForExitAsync(Token);

        Assert.Contains("Connected: yes", info, StringComparison.Ordinal);
        Assert.True(bluez.IsConnected(Watch));
    }

    private static Process Start(FakeBluez bluez)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DBUS_SYSTEM_BUS_ADDRESS"] = bluez.Address;
        return Process.Start(start)!;
    }

    private static async Task SayAsync(StreamWriter commands, string command)
    {
        await commands.WriteLineAsync(command.AsMemory(), Token);
        await commands.FlushAsync(Token);
    }

    private static async Task<string> ReadUntilAsync(StreamReader output, string part)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var text = "";
        while (await output.ReadLineAsync(patience.Token) is { } line)
        {
            text += line + "\n";
            if (line.Contains(part, StringComparison.Ordinal))
                return text;
        }

        throw new InvalidOperationException($"bluetoothctl did not say \"{part}\" but:\n{text}");
    }
}
