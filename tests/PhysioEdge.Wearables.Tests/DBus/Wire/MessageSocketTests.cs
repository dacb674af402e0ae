using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.DBus.Wire;

public sealed class MessageSocketTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_end_sends_the_other_receives_in_order()
    {
        using var ends = await PairedSockets.ConnectAsync();
        for (var i = 1u; i <= 20; i++)
            await ends.Client.SendAsync(Message.Call("a.b", "/x", "a.b.C", "Do", "u", i) with { Serial = i }, Cancellation);
        for (var i = 1u; i <= 20; i++)
        {
            using var message = await ends.Server.ReceiveAsync(Cancellation);
            Assert.Equal([i], message!.Arguments());
            Assert.Equal(i, message.Serial);
        }
    }

    [Fact]
    public async Task A_message_larger_than_any_buffer_on_the_way_arrives_whole()
    {
        using var ends = await PairedSockets.ConnectAsync();
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        var sending = ends.Client.SendAsync(Message.Signal("/x", "a.b", "C", "ay", bytes) with { Serial = 1 }, Cancellation);
        using var message = await ends.Server.ReceiveAsync(Cancellation);
        await sending;
        Assert.Equal(bytes, Assert.IsType<byte[]>(message!.Arguments()[0]));
    }

    [Fact]
    public async Task Handles_arrive_with_the_message_they_were_sent_with()
    {
        using var ends = await PairedSockets.ConnectAsync();
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "from the other side", Cancellation);
        using (var file = File.OpenHandle(path))
        {
            await ends.Client.SendAsync(Message.Signal("/x", "a.b", "C") with { Serial = 1 }, Cancellation);
            await ends.Client.SendAsync(
                Message.Signal("/x", "a.b", "C", "h", new HandleIndex(0)) with { Serial = 2, Handles = [file] }, Cancellation);
        }

        File.Delete(path);
        using var first = await ends.Server.ReceiveAsync(Cancellation);
        using var second = await ends.Server.ReceiveAsync(Cancellation);
        Assert.Empty(first!.Handles);
        using var received = (SafeFileHandle)second!.TakeHandle(Assert.IsType<HandleIndex>(second.Arguments()[0]));
        var text = new byte[100];
        Assert.Equal("from the other side", Encoding.ASCII.GetString(text, 0, RandomAccess.Read(received, text, 0)));
        Assert.Throws<DBusProtocolException>(() => second.TakeHandle(new HandleIndex(0)));
    }

    [Fact]
    public async Task Handles_that_nobody_takes_are_closed_with_their_message()
    {
        using var ends = await PairedSockets.ConnectAsync();
        using var file = File.OpenHandle("/dev/null");
        await ends.Client.SendAsync(Message.Signal("/x", "a.b", "C") with { Serial = 1, Handles = [file, file] }, Cancellation);
        SafeHandle?[] received;
        using (var message = await ends.Server.ReceiveAsync(Cancellation))
            received = [.. message!.Handles];
        Assert.Equal(2, received.Length);
        Assert.All(received, handle => Assert.True(handle!.IsClosed));
        Assert.False(file.IsClosed);
    }

    [Fact]
    public async Task A_message_that_promises_handles_it_does_not_have_is_refused()
    {
        using var ends = await PairedSockets.ConnectAsync();
        using var file = File.OpenHandle("/dev/null");
        await ends.RawClient.SendAsync(
            MessageFormat.Write(Message.Signal("/x", "a.b", "C") with { Serial = 1, Handles = [file] }), Cancellation);
        await Assert.ThrowsAsync<DBusProtocolException>(() => ends.Server.ReceiveAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task The_end_of_the_connection_is_no_message()
    {
        using var ends = await PairedSockets.ConnectAsync();
        var bytes = MessageFormat.Write(Message.Signal("/x", "a.b", "C", "s", "half") with { Serial = 1 });
        await ends.RawClient.SendAsync(bytes[..^3], Cancellation);
        ends.RawClient.Dispose();
        Assert.Null(await ends.Server.ReceiveAsync(Cancellation));
    }

    [Fact]
    public async Task Closing_ends_the_wait_for_a_message()
    {
        using var ends = await PairedSockets.ConnectAsync();
        var waiting = ends.Server.ReceiveAsync(Cancellation).AsTask();
        ends.Server.Dispose();
        Assert.Null(await waiting);
    }

    [Fact]
    public async Task Both_ends_agree_who_they_are_and_then_talk()
    {
        using var ends = await PairedSockets.ConnectAsync();
        var server = Authentication.AsServerAsync(ends.Server, new string('0', 32), Cancellation);
        Assert.True(await Authentication.AsClientAsync(ends.Client, Cancellation));
        await ends.Client.SendAsync(Message.Call("a.b", "/", "a.b", "Hello") with { Serial = 1 }, Cancellation);
        Assert.True(await server);
        using var hello = await ends.Server.ReceiveAsync(Cancellation);
        Assert.Equal("Hello", hello!.Member);
    }

    [Theory]
    [InlineData("\0AUTH EXTERNAL\r\nDATA\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n", true)]
    [InlineData("\0AUTH\r\nAUTH EXTERNAL 30\r\nBEGIN\r\n", true)]
    [InlineData("\0AUTH ANONYMOUS\r\n", false)]
    [InlineData("GET / HTTP/1.0\r\n", false)]
    public async Task Clients_authenticate_in_several_ways(string text, bool isIn)
    {
        using var ends = await PairedSockets.ConnectAsync();
        await ends.Client.SendTextAsync(text, Cancellation);
        ends.RawClient.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        Assert.Equal(isIn, await Authentication.AsServerAsync(ends.Server, "00", Cancellation));
    }

    [Theory]
    [InlineData("REJECTED EXTERNAL\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("")]
    public async Task A_bus_that_refuses_is_told_as_such(string answer)
    {
        using var ends = await PairedSockets.ConnectAsync();
        await ends.Server.SendTextAsync(answer, Cancellation);
        if (answer.Length == 0)
            ends.Server.Dispose();
        await Assert.ThrowsAsync<IOException>(() => Authentication.AsClientAsync(ends.Client, Cancellation));
    }
}
