using System.Threading.Channels;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Bus;

/// <summary>One client of the bus. What is sent to it is queued, so that a slow client holds nobody up.</summary>
internal sealed class BusConnection : IDisposable
{
    private readonly MessageSocket _socket;
    private readonly Channel<Message> _outgoing = Channel.CreateUnbounded<Message>();
    private uint _serial;

    public BusConnection(MessageSocket socket) => _socket = socket;

    /// <summary>Gets or sets its unique name; empty until it has said Hello.</summary>
    public string Name { get; set; } = "";

    public List<MatchRule> Matches { get; } = [];

    /// <summary>Queues a message; one that has no number yet gets the next one.</summary>
    public void Send(Message message)
    {
        if (!_outgoing.Writer.TryWrite(message.Serial == 0 ? message with { Serial = ++_serial } : message))
            message.Dispose();
    }

    /// <summary>Serves it until it hangs up or sends what is no D-Bus.</summary>
    public async Task ServeAsync(string busId, Action<Message> received, CancellationToken cancellation)
    {
        var writing = WriteAsync(cancellation);
        try
        {
            if (!await Authentication.AsServerAsync(_socket, busId, cancellation))
                return;
            while (await _socket.ReceiveAsync(cancellation) is { } message)
                received(message);
        }
        catch (IOException)
        {
            // A client that breaks off or breaks the protocol is gone; its places are given up by the caller.
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            Dispose();
            await writing;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task WriteAsync(CancellationToken cancellation)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(CancellationToken.None))
        {
            using (message)
            {
                try
                {
                    await _socket.SendAsync(message, cancellation);
                }
                catch (IOException)
                {
                    Dispose();
                }
                catch (OperationCanceledException)
                {
                    Dispose();
                }
            }
        }
    }
}
