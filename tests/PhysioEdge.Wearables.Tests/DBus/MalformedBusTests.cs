using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.DBus;

/// <summary>The client on a bus that does what it should not.</summary>
public sealed class MalformedBusTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("physioedge-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public MalformedBusTests()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, "bus")));
        _listener.Listen();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => $"unix:path={Path.Combine(_folder.FullName, "bus")}";

    [Fact]
    public async Task Noise_closes_the_connection_with_a_reason()
    {
        var connecting = BusConnection.ConnectAsync(Address, TimeProvider.System, Cancellation);
        var (raw, bus) = await AcceptAsync();
        using var both = bus;
        await AnswerHelloAsync(bus);
        await using var connection = await connecting;
        var call = connection.CallBusAsync("GetNameOwner", "org.bluez", Cancellation);
        await raw.SendAsync(new byte[64], Cancellation);
        Assert.Contains("begins with the byte 0", await connection.Closed, StringComparison.Ordinal);
        Assert.Contains("begins with the byte 0", (await Assert.ThrowsAsync<IOException>(() => call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_dropped_with_its_handles()
    {
        var time = new FakeTimeProvider();
        var connecting = BusConnection.ConnectAsync(Address, time, Cancellation);
        using var bus = (await AcceptAsync()).Socket;
        await AnswerHelloAsync(bus);
        await using var connection = await connecting;
        var call = connection.CallBusAsync("Slow", "", Cancellation);
        using var asked = await bus.ReceiveAsync(Cancellation);
        time.Advance(BusConnection.Patience);
        Assert.Contains("Slow", (await Assert.ThrowsAsync<TimeoutException>(() => call)).Message, StringComparison.Ordinal);

        using var file = File.OpenHandle("/dev/null");
        await bus.SendAsync(asked!.Reply("h", new HandleIndex(0)) with { Serial = 2, Handles = [file] }, Cancellation);
        var next = connection.CallBusAsync("Quick", "", Cancellation);
        using var askedNext = await bus.ReceiveAsync(Cancellation);
        await bus.SendAsync(askedNext!.Reply() with { Serial = 3 }, Cancellation);
        using var answer = await next;
        Assert.Equal(askedNext.Serial, answer.ReplySerial);
    }

    [Fact]
    public async Task A_bus_that_says_nothing_is_given_up()
    {
        var time = new FakeTimeProvider();
        var connecting = BusConnection.ConnectAsync(Address, time, Cancellation);
        using var bus = (await AcceptAsync()).Socket;
        await bus.ReceiveLineAsync(Cancellation);
        time.Advance(BusConnection.Patience);
        await Assert.ThrowsAsync<TimeoutException>(() => connecting);
    }

    [Fact]
    public async Task No_bus_at_all_is_told_with_its_address()
    {
        var address = Address + "-elsewhere";
        var error = await Assert.ThrowsAsync<IOException>(() => BusConnection.ConnectAsync(address, TimeProvider.System, Cancellation));
        Assert.Contains(address, error.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<(Socket Raw, MessageSocket Socket)> AcceptAsync()
    {
        var raw = await _listener.AcceptAsync(Cancellation);
        return (raw, new MessageSocket(raw));
    }

    private static async Task AnswerHelloAsync(MessageSocket bus)
    {
        Assert.True(await Authentication.AsServerAsync(bus, new string('0', 32), Cancellation));
        using var hello = await bus.ReceiveAsync(Cancellation);
        Assert.Equal("Hello", hello!.Member);
        await bus.SendAsync(hello.Reply("s", ":1.7") with { Serial = 1 }, Cancellation);
    }
}
