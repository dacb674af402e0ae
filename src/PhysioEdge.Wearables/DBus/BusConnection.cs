using System.Net.Sockets;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.DBus;

/// <summary>
/// A client's connection to a bus. Signals and calls are handled one after another in the order in which they came, within the one
/// loop that receives them.
/// </summary>
internal sealed class BusConnection : IAsyncDisposable
{
    public const string BusName = "org.freedesktop.DBus";
    private const string BusPath = "/org/freedesktop/DBus";

    private readonly TimeProvider _time;
    private readonly MessageSocket _socket;
    private readonly PendingCalls _pending = new();
    private readonly Subscriptions _subscriptions;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<string> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<Message, Message?>? _callHandler;
    private Task _receiving = Task.CompletedTask;
    private int _serial;

    private BusConnection(MessageSocket socket, TimeProvider time)
    {
        (_socket, _time) = (socket, time);
        _subscriptions = new Subscriptions(this);
    }

    /// <summary>Gets how long the bus and its services may take to answer what they can answer at once.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets what ends when the connection has, with the reason.</summary>
    public Task<string> Closed => _closed.Task;

    /// <summary>Gets the name that the bus gave this connection.</summary>
    public string UniqueName { get; private set; } = "";

    /// <exception cref="IOException">There is no bus, or it does not let one in.</exception>
    /// <exception cref="FormatException"><paramref name="address"/> is none.</exception>
    /// <exception cref="TimeoutException">The bus does not answer.</exception>
    public static async Task<BusConnection> ConnectAsync(string address, TimeProvider time, CancellationToken cancellation)
    {
        var socket = await OpenAsync(address, cancellation);
        var connection = new BusConnection(socket, time);
        try
        {
            await connection.IntroduceAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <param name="call">See <see cref="Message.Call"/>.</param>
    /// <param name="patience">How long to wait for the answer.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <param name="inOrder">Is given the answer before anything that came after it is handled.</param>
    /// <returns>The answer, the caller's to dispose.</returns>
    /// <exception cref="DBusErrorException">The peer has refused.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async Task<Message> CallAsync(
        Message call, TimeSpan patience, CancellationToken cancellation, Action<Message>? inOrder = null)
    {
        var serial = NextSerial();
        using var timeUp = new CancellationTokenSource(patience, _time);
        var answer = _pending.Add(serial, inOrder);
        using var late = timeUp.Token.Register(() => _pending.Fail(serial, new TimeoutException($"{call.Member} has not been answered within {patience.TotalSeconds:0.#} s.")));
        using var unwanted = cancellation.Register(() => _pending.Fail(serial, new OperationCanceledException(cancellation)));
        try
        {
            await _socket.SendAsync(call with { Serial = serial }, cancellation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            _pending.Fail(serial, e);
        }

        if (_closed.Task.IsCompleted)
            _pending.Fail(serial, ClosedException());
        return await answer;
    }

    /// <summary>Calls a method that answers at once, and drops the answer.</summary>
    public async Task CallAsync(Message call, CancellationToken cancellation)
    {
        using var answer = await CallAsync(call, Patience, cancellation);
    }

    /// <summary>Calls a method of the bus itself.</summary>
    public Task<Message> CallBusAsync(string member, string argument, CancellationToken cancellation) =>
        CallAsync(Message.Call(BusName, BusPath, BusName, member, "s", argument), Patience, cancellation);

    /// <summary>Hears signals until what is returned is disposed of.</summary>
    /// <param name="rule">Which.</param>
    /// <param name="handle">Is given each within the receiving loop; must not wait.</param>
    /// <param name="cancellation">Gives up asking the bus.</param>
    public Task<IAsyncDisposable> SubscribeAsync(MatchRule rule, Action<Message> handle, CancellationToken cancellation) =>
        _subscriptions.AddAsync(rule, handle, cancellation);

    /// <summary>Answers calls of others, one handler for all; null, or no handler: the method is unknown.</summary>
    public void AnswerCalls(Func<Message, Message?>? handler) => Volatile.Write(ref _callHandler, handler);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _receiving;
        Close("it was closed here");
        _stopping.Dispose();
    }

    private static async Task<MessageSocket> OpenAsync(string address, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(BusAddress.Parse(address), cancellation);
            return new MessageSocket(socket);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"No D-Bus answers at {address} ({e.SocketErrorCode}).", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task IntroduceAsync(CancellationToken cancellation)
    {
        using var timeUp = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellation);
        try
        {
            await Authentication.AsClientAsync(_socket, either.Token);
        }
        catch (OperationCanceledException) when (timeUp.IsCancellationRequested)
        {
            throw new TimeoutException("The bus does not answer.");
        }

        _receiving = ReceiveAsync();
        using var hello = await CallAsync(Message.Call(BusName, BusPath, BusName, "Hello"), Patience, cancellation);
        UniqueName = hello.Reader().String();
    }

    private async Task ReceiveAsync()
    {
        await Task.Yield();
        var reason = "the bus has closed the connection";
        try
        {
            while (await _socket.ReceiveAsync(_stopping.Token) is { } message)
                await HandleAsync(message);
        }
        catch (IOException e)
        {
            reason = e.Message;
        }
        catch (OperationCanceledException)
        {
            reason = "it was closed here";
        }

        Close(reason);
    }

    private async ValueTask HandleAsync(Message message)
    {
        if (message.Type is MessageType.MethodReturn or MessageType.Error)
        {
            _pending.Complete(message);
            return;
        }

        using (message)
        {
            if (message.Type == MessageType.Signal)
                _subscriptions.Handle(message);
            else if (message.ExpectsReply)
                await _socket.SendAsync(Answer(message) with { Serial = NextSerial() }, _stopping.Token);
        }
    }

    private Message Answer(Message call) =>
        Volatile.Read(ref _callHandler)?.Invoke(call)
        ?? (call is { Interface: "org.freedesktop.DBus.Peer", Member: "Ping" }
            ? call.Reply()
            : call.ReplyError("org.freedesktop.DBus.Error.UnknownMethod", $"There is no method {call.Member} at {call.Path}."));

    private void Close(string reason)
    {
        _socket.Dispose();
        if (_closed.TrySetResult(reason))
            _pending.FailAll(ClosedException());
    }

    private IOException ClosedException() => new($"The connection to the bus has ended: {_closed.Task.Result}.");

    private uint NextSerial()
    {
        uint serial;
        while ((serial = (uint)Interlocked.Increment(ref _serial)) == 0)
        {
        }

        return serial;
    }
}
