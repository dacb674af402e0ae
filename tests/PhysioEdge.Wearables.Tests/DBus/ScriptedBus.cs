using System.Net.Sockets;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.DBus;

/// <summary>A bus for one client, with a service on it that does exactly as it is told.</summary>
internal sealed class ScriptedBus : IAsyncDisposable
{
    public const string ServiceOwner = ":1.1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("physioedge-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly TaskCompletionSource<MessageSocket> _client = new();
    private readonly Func<Message, Message[]> _answer;
    private readonly Task _serving;
    private int _serial;

    /// <param name="answer">What to send upon a call to the service.</param>
    public ScriptedBus(Func<Message, Message[]> answer)
    {
        _answer = answer;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, "bus")));
        _listener.Listen();
        _serving = ServeAsync();
    }

    public string Address => $"unix:path={Path.Combine(_folder.FullName, "bus")}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task SendAsync(Message message) =>
        await (await _client.Task).SendAsync(message with { Serial = (uint)Interlocked.Increment(ref _serial) }, Cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_client.Task.IsCompletedSuccessfully)
            (await _client.Task).Dispose();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _folder.Delete(recursive: true);
    }

    private async Task ServeAsync()
    {
        var socket = new MessageSocket(await _listener.AcceptAsync(Cancellation));
        Assert.True(await Authentication.AsServerAsync(socket, new string('0', 32), Cancellation));
        _client.SetResult(socket);
        while (await socket.ReceiveAsync(Cancellation) is { } call)
        {
            foreach (var message in AnswerOf(call))
                await SendAsync(message with { Sender = message.Sender ?? ServiceOwner });
        }
    }

    private Message[] AnswerOf(Message call) => call.Member switch
    {
        "Hello" => [call.Reply("s", ":1.7")],
        "GetNameOwner" => [call.Reply("s", ServiceOwner)],
        "AddMatch" or "RemoveMatch" => [call.Reply()],
        _ => _answer(call),
    };
}
