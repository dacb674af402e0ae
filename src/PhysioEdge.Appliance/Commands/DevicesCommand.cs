using System.CommandLine;
using System.CommandLine.Parsing;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>devices scan</c>, <c>devices pair</c> and <c>devices watch</c>: finding the wearables and looking at their links.</summary>
internal static class DevicesCommand
{
    private const double DefaultScanSeconds = 10;

    public static Command Create() => new("devices", "Find Bluetooth wearables, pair with them, watch their links.") { CreateScan(), CreatePair(), CreateWatch() };

    private static Command CreateScan()
    {
        var seconds = new NumberOption("--seconds", "how long to listen, in seconds", 1, 600, $"{DefaultScanSeconds} if not given");
        var (bus, adapter) = (BusOption(), AdapterOption());
        var command = new Command("scan", "List the devices that the adapter hears or knows, the strongest first.") { seconds, bus, adapter };
        command.Does(async (parsed, cancellationToken) =>
        {
            await using var opened = await BluetoothAdapter.OpenAsync(OptionsOf(parsed, bus, adapter), TimeProvider.System, cancellationToken);
            var found = await opened.ScanAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? DefaultScanSeconds), cancellationToken);
            foreach (var device in found)
                Console.WriteLine(DeviceLine.Of(device));
            if (found.Count == 0)
                await Console.Error.WriteLineAsync("No device was heard. Wake them, hold them near, and listen longer with --seconds.");
            return CommandLine.Done;
        });
        return command;
    }

    private static Command CreatePair()
    {
        var address = AddressArgument();
        var (bus, adapter) = (BusOption(), AdapterOption());
        var command = new Command("pair", "Pair with a device that needs no code, and trust it.") { address, bus, adapter };
        command.Does(async (parsed, cancellationToken) =>
        {
            await using var opened = await BluetoothAdapter.OpenAsync(OptionsOf(parsed, bus, adapter), TimeProvider.System, cancellationToken);
            Console.WriteLine(DeviceLine.Of(await opened.PairAsync(parsed.GetValue(address)!, cancellationToken)));
            return CommandLine.Done;
        });
        return command;
    }

    private static Command CreateWatch()
    {
        var device = new Argument<string>("DEVICE") { Description = "the address, or the name that it advertises" };
        var characteristic = new Option<Guid[]>("--characteristic")
        {
            Description = "a characteristic that notifies, four digits or long; several are allowed; 2A37 (heart rate) if not given",
            CustomParser = ParseCharacteristics,
        };
        var notify = new Option<string>("--notify") { Description = "how notifications come: auto, acquire (a socket) or start (signals)", DefaultValueFactory = _ => "auto" };
        var seconds = new NumberOption("--seconds", "how long to watch, in seconds", 1, 86_400, "until Ctrl+C if not given");
        var (bus, adapter) = (BusOption(), AdapterOption());
        var command = new Command("watch", "Connect to a device and show its link and how much it notifies.") { device, characteristic, notify, seconds, bus, adapter };
        command.Does((parsed, cancellationToken) => DeviceWatch.RunAsync(
            [DeviceOf(parsed.GetValue(device)!, parsed.GetValue(characteristic), ModeOf(parsed.GetValue(notify)!))],
            OptionsOf(parsed, bus, adapter),
            parsed.GetValue(seconds) is { } limit ? TimeSpan.FromSeconds(limit) : Timeout.InfiniteTimeSpan,
            TimeProvider.System,
            cancellationToken));
        return command;
    }

    private static Argument<string> AddressArgument()
    {
        var address = new Argument<string>("ADDRESS") { Description = "the device's address, such as C0:11:22:33:44:55" };
        address.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !DeviceLine.IsAddress(text))
                result.AddError($"ADDRESS {text}: six pairs of hexadecimal digits with colons are expected, such as C0:11:22:33:44:55");
        });
        return address;
    }

    private static Option<string?> BusOption()
    {
        var bus = new Option<string?>("--bus") { Description = "the D-Bus address of the bus that BlueZ is on; the system's if not given" };
        bus.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !BusAddress.IsAddress(text))
                result.AddError($"--bus {text}: an address such as unix:path=/run/dbus/system_bus_socket is expected");
        });
        return bus;
    }

    private static Option<string?> AdapterOption() => new("--adapter") { Description = "the adapter, such as hci0; the first that is switched on if not given" };

    private static BluetoothOptions OptionsOf(ParseResult parsed, Option<string?> bus, Option<string?> adapter)
    {
        var address = parsed.GetValue(bus) ?? BusAddress.System;
        return BusAddress.IsAddress(address)
            ? new() { BusAddress = address, Adapter = parsed.GetValue(adapter) }
            : throw new InputException($"{BusAddress.Variable}={address}: an address such as unix:path=/run/dbus/system_bus_socket is expected");
    }

    private static BluetoothDevice DeviceOf(string device, Guid[]? characteristics, NotifyMode notify) => new()
    {
        Id = device,
        Address = DeviceLine.IsAddress(device) ? device : null,
        Name = DeviceLine.IsAddress(device) ? null : device,
        Characteristics = characteristics is { Length: > 0 } ? characteristics : [GattUuid.HeartRateMeasurement],
        Notify = notify,
    };

    private static NotifyMode ModeOf(string mode) => mode switch
    {
        "auto" => NotifyMode.Auto,
        "acquire" => NotifyMode.Acquire,
        "start" => NotifyMode.Start,
        _ => throw new InputException($"--notify {mode}: not known; allowed: auto, acquire, start"),
    };

    private static Guid[] ParseCharacteristics(ArgumentResult result)
    {
        var uuids = new List<Guid>();
        foreach (var token in result.Tokens)
        {
            if (GattUuid.TryParse(token.Value, out var uuid))
                uuids.Add(uuid);
            else
                result.AddError($"--characteristic {token.Value}: four hexadecimal digits or a long UUID are expected");
        }

        return [.. uuids];
    }
}
