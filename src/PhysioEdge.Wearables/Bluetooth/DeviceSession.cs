using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>Keeps one device streaming for as long as there is an adapter.</summary>
internal sealed class DeviceSession(DeviceLink link, ObjectMirror mirror, AdapterRadio radio, TimeProvider time)
{
    // BlueZ itself gives a link up after 20 s; a device that advertises and is in reach takes less than 5.
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    // A device with hundreds of attributes and a slow connection interval.
    private static readonly TimeSpan ResolvePatience = TimeSpan.FromSeconds(20);

    // Whoever has not been heard for so long may still be connectable: not every device tells its signal strength.
    private static readonly TimeSpan SearchPatience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(15);

    private readonly Backoff _backoff = new(Random.Shared, LongestBackoff);
    private bool _mustBeHeard;
    private bool _isOurs;
    private int _inProgress;

    private BluetoothDevice Device => link.Device;

    /// <summary>Attempts, again and again, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var reason = await AttemptAsync(cancellation);
            link.Enter(LinkState.Backoff, reason);
            await Task.Delay(_backoff.Next(), time, cancellation);
        }
    }

    // Returns why it is over.
    private async Task<string> AttemptAsync(CancellationToken cancellation)
    {
        string? device = null;
        try
        {
            device = await SearchAsync(cancellation);
            await ConnectAsync(device, cancellation);
            var characteristics = await ResolveAsync(device, cancellation);
            return await StreamAsync(device, characteristics, cancellation);
        }
        catch (DBusErrorException e) when (e.Name == Bluez.NotPermitted)
        {
            device = null; // Another program streams from it, whose link this is.
            return $"another program uses it: {e.Message}";
        }
        catch (Exception e) when (e is DBusErrorException or TimeoutException or LinkFailedException or IOException)
        {
            return e.Message;
        }
        finally
        {
            if (device is not null)
                await DisconnectAsync(device, evenIfNotOurs: !cancellation.IsCancellationRequested);
        }
    }

    private async Task<string> SearchAsync(CancellationToken cancellation)
    {
        if (mirror.Read(Find) is { } known)
            return known;
        link.Enter(LinkState.Searching);
        using var search = radio.Search();
        while (true)
        {
            try
            {
                return await mirror.WaitAsync(Find, SearchPatience, cancellation);
            }
            catch (TimeoutException)
            {
                _mustBeHeard = false;
                link.Enter(LinkState.Searching, "it is switched off, asleep or out of reach");
            }
        }
    }

    private string? Find(BluezObjects objects) =>
        objects.FindDevice(radio.Adapter, Device.Address, Device.Name) is { } found
        && (!_mustBeHeard || objects.IsConnected(found.Path) || found.Find(Bluez.Device, "RSSI") is not null)
            ? found.Path
            : null;

    private async Task ConnectAsync(string device, CancellationToken cancellation)
    {
        _isOurs = false;
        if (mirror.Read(o => o.IsConnected(device)))
            return;
        link.Enter(LinkState.Connecting);
        using var turn = await radio.TakeTurnAsync(cancellation);
        _mustBeHeard = true;
        _isOurs = true;
        try
        {
            await CallAsync(device, "Connect", ConnectPatience, cancellation);
        }
        catch (DBusErrorException e) when (e.Name == Bluez.AlreadyConnected)
        {
            // BlueZ was faster.
        }
        catch (DBusErrorException e) when (e.Name == Bluez.InProgress)
        {
            await ClearAsync(device, cancellation);
            throw;
        }
        catch (TimeoutException)
        {
            await DisconnectAsync(device, evenIfNotOurs: true); // It cancels the attempt, within this turn.
            throw;
        }

        (_mustBeHeard, _inProgress) = (false, 0);
    }

    // What a client that is gone had begun may stay in progress for ever. A bond is not worth that price.
    private async Task ClearAsync(string device, CancellationToken cancellation)
    {
        await DisconnectAsync(device, evenIfNotOurs: true);
        if (++_inProgress < 2 || mirror.Read(o => o[device]?.IsTrue(Bluez.Device, "Paired")) == true)
            return;
        using var answer = await mirror.CallAsync(
            radio.Adapter, Bluez.Adapter, "RemoveDevice", BusConnection.Patience, cancellation, "o", new ObjectPath(device));
    }

    private async Task<string[]> ResolveAsync(string device, CancellationToken cancellation)
    {
        link.Enter(LinkState.Resolving);
        var found = await mirror.WaitAsync(
            objects => !objects.IsConnected(device) ? []
                : objects[device]!.IsTrue(Bluez.Device, "ServicesResolved") ? CharacteristicsOf(objects, device)
                : null,
            ResolvePatience,
            cancellation);
        if (found.Length == 0)
            throw new LinkFailedException("the link was lost before the services were known");
        return [.. found.Select((path, i) => path ?? throw new LinkFailedException($"it has no characteristic {GattUuid.Show(Device.Characteristics[i])}"))];
    }

    private string?[] CharacteristicsOf(BluezObjects objects, string device) =>
        [.. Device.Characteristics.Select(uuid => objects.FindCharacteristic(device, uuid)?.Path)];

    private async Task<string> StreamAsync(string device, string[] characteristics, CancellationToken cancellation)
    {
        link.Enter(LinkState.Subscribing);
        var (epoch, before) = (link.BeginEpoch(), link.Received);
        var subscriptions = new List<NotifySubscription>();
        try
        {
            foreach (var (uuid, path) in Device.Characteristics.Zip(characteristics))
                subscriptions.Add(await NotifySubscription.StartAsync(mirror, path, Device.Notify, value => link.Take(uuid, value, epoch), cancellation));
            link.Enter(LinkState.Streaming);
            return await WaitForEndAsync(device, subscriptions, cancellation);
        }
        finally
        {
            if (link.Received > before)
                _backoff.Reset();
            foreach (var subscription in subscriptions)
                await subscription.DisposeAsync();
        }
    }

    private async Task<string> WaitForEndAsync(string device, List<NotifySubscription> subscriptions, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var silent = link.WaitForSilenceAsync(over.Token);
        var lost = FollowAsync(device, over.Token);
        var first = await Task.WhenAny([silent, lost, .. subscriptions.Select(s => s.Ended)]);
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        return first == silent ? $"silent for {Device.SilenceTimeout.TotalSeconds:0.#} s" : "the link was lost";
    }

    // Ends when the device is not connected any more.
    private async Task FollowAsync(string device, CancellationToken cancellation)
    {
        object? charge = null;
        while (mirror.Read(o => o.IsConnected(device)))
        {
            charge = mirror.Read(o => o[device]?.Find(Bluez.Battery, "Percentage"));
            link.Charge(charge is byte percent ? percent : null);
            await mirror.WaitAsync(
                o => !o.IsConnected(device) || !Equals(o[device]?.Find(Bluez.Battery, "Percentage"), charge) ? this : null,
                Timeout.InfiniteTimeSpan,
                cancellation);
        }
    }

    private async Task DisconnectAsync(string device, bool evenIfNotOurs)
    {
        if (!evenIfNotOurs && !_isOurs)
            return;
        try
        {
            if (mirror.Read(o => o[device]) is not null)
                await CallAsync(device, "Disconnect", BusConnection.Patience, CancellationToken.None);
        }
        catch (Exception e) when (e is DBusErrorException or TimeoutException or IOException)
        {
            // There was nothing to disconnect, or nobody who could.
        }
    }

    private async Task CallAsync(string device, string member, TimeSpan patience, CancellationToken cancellation)
    {
        using var answer = await mirror.CallAsync(device, Bluez.Device, member, patience, cancellation);
    }
}
