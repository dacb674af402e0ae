using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>A characteristic: notifies by a socket of one client, or by signals to whoever started a session.</summary>
internal sealed class Characteristic : BluezObject
{
    private const ushort Mtu = 247;

    private readonly Device _device;
    private readonly PeripheralCharacteristic _described;
    private readonly HashSet<string> _sessions = [];
    private NotifySocket? _socket;

    public Characteristic(BluezDaemon daemon, Device device, string path, string servicePath, PeripheralCharacteristic described)
        : base(daemon, path)
    {
        (_device, _described) = (device, described);
        Has(
            BluezNames.Characteristic,
            ("UUID", described.Uuid.ToString()),
            ("Service", new ObjectPath(servicePath)),
            ("Value", Array.Empty<byte>()),
            ("Flags", Flags().ToArray()),
            ("MTU", Mtu));
        if (described.Notifies)
            (Interfaces[BluezNames.Characteristic]["Notifying"], Interfaces[BluezNames.Characteristic]["NotifyAcquired"]) = (Variant.Of(false), Variant.Of(false));
    }

    public Guid Uuid => _described.Uuid;

    public bool HasSocket => _socket is not null;

    public int Sessions => _sessions.Count;

    public override Message? Call(Message call) => call.Member switch
    {
        "AcquireNotify" => Acquire(call),
        "StartNotify" => Start(call),
        "StopNotify" => Stop(call),
        "ReadValue" => Read(call),
        "WriteValue" => Write(call),
        _ => throw UnknownMethod(call),
    };

    /// <summary>The device notifies.</summary>
    /// <returns>Whether anybody listens.</returns>
    public bool Notify(byte[] value)
    {
        if (_socket is not null)
        {
            if (_socket.Send(value))
                _device.Radio.Sent++;
            else
                _device.Radio.Dropped++;
            return true;
        }

        if (_sessions.Count == 0)
            return false;
        _device.Radio.Sent++;
        Set(BluezNames.Characteristic, "Value", value);
        return true;
    }

    /// <summary>The socket ends, as at the loss of the link; sessions go on after the next one.</summary>
    public void EndSocket()
    {
        if (_socket is null)
            return;
        _socket.Dispose();
        _socket = null;
        Set(BluezNames.Characteristic, "NotifyAcquired", false);
    }

    public void Forget(string client)
    {
        if (_socket?.Client == client)
            EndSocket();
        if (_sessions.Remove(client) && _sessions.Count == 0)
            Set(BluezNames.Characteristic, "Notifying", false);
    }

    private Message Acquire(Message call)
    {
        RequireLink();
        if (_socket is not null)
            throw BluezError.NotPermitted("Notify acquired");
        if (_sessions.Count > 0)
            throw BluezError.InProgress;
        RequireNotifies();
        var socket = new NotifySocket(call.Sender!);
        var handle = socket.TakeClientEnd();
        _socket = socket;
        Set(BluezNames.Characteristic, "NotifyAcquired", true);
        Daemon.WhenClosed(socket, () =>
        {
            if (_socket == socket)
                EndSocket();
        });
        return call.Reply("hq", new HandleIndex(0), Mtu) with { Handles = [handle] };
    }

    private Message Start(Message call)
    {
        RequireNotifies();
        if (_socket is not null)
            throw BluezError.NotPermitted("Notify acquired");
        _sessions.Add(call.Sender!);
        Set(BluezNames.Characteristic, "Notifying", true);
        return call.Reply();
    }

    private Message Stop(Message call)
    {
        if (_socket?.Client == call.Sender)
            EndSocket();
        else if (!_sessions.Remove(call.Sender!))
            throw BluezError.Failed("No notify session started");
        else if (_sessions.Count == 0)
            Set(BluezNames.Characteristic, "Notifying", false);
        return call.Reply();
    }

    private Message Read(Message call)
    {
        RequireLink();
        var value = (_described.Value ?? throw BluezError.NotSupported).ToArray();
        Set(BluezNames.Characteristic, "Value", value);
        return call.Reply("ay", value);
    }

    private Message Write(Message call)
    {
        RequireLink();
        if (!_described.CanBeWritten)
            throw BluezError.NotSupported;
        if (call.Arguments() is not [byte[] value, ..])
            throw BluezError.Failed("Invalid arguments in method call");
        _device.Radio.Write(Uuid, value);
        return call.Reply();
    }

    private void RequireLink()
    {
        if (!_device.IsConnected)
            throw BluezError.Failed("Not connected");
    }

    private void RequireNotifies()
    {
        if (!_described.Notifies)
            throw BluezError.NotSupported;
    }

    private IEnumerable<string> Flags()
    {
        if (_described.Value is not null)
            yield return "read";
        if (_described.CanBeWritten)
            yield return "write";
        if (_described.CanBeWritten)
            yield return "write-without-response";
        if (_described.Notifies)
            yield return "notify";
    }
}
