using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>An adapter for setting up: which devices are there, and pairing with one.</summary>
public sealed class BluetoothAdapter : IAsyncDisposable
{
    private static readonly TimeSpan LoadPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SearchPatience = TimeSpan.FromSeconds(30);

    // BlueZ waits 30 s for the other side in each of two steps.
    private static readonly TimeSpan PairPatience = TimeSpan.FromSeconds(60);

    private readonly BusConnection _bus;
    private readonly ObjectMirror _mirror;
    private readonly TimeProvider _time;
    private readonly string _path;

    private BluetoothAdapter(BusConnection bus, ObjectMirror mirror, TimeProvider time, string path) =>
        (_bus, _mirror, _time, _path) = (bus, mirror, time, path);

    /// <exception cref="BluetoothUnavailableException">There is no bus, no Bluetooth service or no adapter.</exception>
    /// <exception cref="FormatException">The bus address is none.</exception>
    public static async Task<BluetoothAdapter> OpenAsync(BluetoothOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        BusConnection? bus = null;
        try
        {
            bus = await BusConnection.ConnectAsync(options.BusAddress, time, cancellationToken);
            var mirror = await ObjectMirror.OpenAsync(bus, time, cancellationToken);
            return new(bus, mirror, time, await FindAsync(mirror, options.Adapter, cancellationToken));
        }
        catch (Exception e)
        {
            if (bus is not null)
                await bus.DisposeAsync();
            if (e is TimeoutException or DBusErrorException or (IOException and not BluetoothUnavailableException))
                throw new BluetoothUnavailableException($"Bluetooth: {e.Message}", e);
            throw;
        }
    }

    /// <summary>Listens for a while.</summary>
    /// <returns>All devices that the adapter knows then, the strongest first.</returns>
    /// <exception cref="IOException">The bus or the service has gone.</exception>
    public async Task<IReadOnlyList<FoundDevice>> ScanAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        await SearchingAsync(async () =>
        {
            await Task.Delay(duration, _time, cancellationToken);
            return _mirror.Read(o => o.DevicesOf(_path).Select(FoundDevice.Of).OrderByDescending(d => d.SignalDbm ?? int.MinValue).ToList());
        });

    /// <summary>Pairs with a device that needs no code, and trusts it from then on.</summary>
    /// <exception cref="IOException">It is not found or does not want to, or the bus or the service has gone.</exception>
    public async Task<FoundDevice> PairAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            var device = await FindDeviceAsync(address, cancellationToken);
            await PairingAgent.WhileAsync(_bus, _mirror, device, () => PairDeviceAsync(device, cancellationToken), cancellationToken);
            using var trusted = await _mirror.CallAsync(
                device, Bluez.Properties, "Set", BusConnection.Patience, cancellationToken, "ssv", Bluez.Device, "Trusted", Variant.Of(true));
            return _mirror.Read(o => o[device] is { } found ? FoundDevice.Of(found) : throw new IOException($"{address} has gone."));
        }
        catch (Exception e) when (e is DBusErrorException or TimeoutException)
        {
            throw new IOException($"{address} cannot be paired: {e.Message}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        await _bus.DisposeAsync();
    }

    private static async Task<string> FindAsync(ObjectMirror mirror, string? name, CancellationToken cancellation)
    {
        try
        {
            await mirror.WaitAsync(o => o.Owner is null || o.IsLoaded ? o : null, LoadPatience, cancellation);
        }
        catch (TimeoutException)
        {
            // The state says it.
        }

        var state = mirror.Read(o => AdapterState.Of(o, name));
        return state.Path ?? throw new BluetoothUnavailableException($"Bluetooth: {state.Reason}.");
    }

    private async Task<string> FindDeviceAsync(string address, CancellationToken cancellation)
    {
        string? Find(BluezObjects objects) => objects.FindDevice(_path, address, name: null)?.Path;
        try
        {
            return _mirror.Read(Find) ?? await SearchingAsync(() => _mirror.WaitAsync(Find, SearchPatience, cancellation));
        }
        catch (TimeoutException e)
        {
            throw new IOException($"{address} was not found. Wake it, hold it near, and try again.", e);
        }
    }

    private async Task<T> SearchingAsync<T>(Func<Task<T>> search)
    {
        using var stopping = new CancellationTokenSource();
        using var radio = new AdapterRadio(_mirror, _path, () => false, _time, NullLogger.Instance);
        using var searching = radio.Search();
        var running = radio.RunAsync(stopping.Token);
        try
        {
            return await search();
        }
        finally
        {
            await stopping.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PairDeviceAsync(string device, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _mirror.CallAsync(device, Bluez.Device, "Pair", PairPatience, cancellation);
        }
        catch (DBusErrorException e) when (e.Name == Bluez.AlreadyExists)
        {
            // It is paired already.
        }
    }
}
