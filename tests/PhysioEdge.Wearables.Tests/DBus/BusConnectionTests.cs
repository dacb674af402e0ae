using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.DBus;

/// <summary>The client on a real dbus-daemon.</summary>
public sealed class BusConnectionTests
{
    private const string Name = "org.example.Echo";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bus_gives_each_connection_a_name()
    {
        await using var daemon = await PrivateBus.StartAsync();
        await using var one = await ConnectAsync(daemon);
        await using var other = await ConnectAsync(daemon);
        Assert.StartsWith(":", one.UniqueName, StringComparison.Ordinal);
        Assert.NotEqual(one.UniqueName, other.UniqueName);
    }

    [Fact]
    public async Task Values_of_every_type_come_through_a_real_bus_and_back()
    {
        await using var daemon = await PrivateBus.StartAsync();
        await using var server = await ConnectAsync(daemon);
        await using var client = await ConnectAsync(daemon);
        server.AnswerCalls(call => call.Reply(call.Signature, call.Arguments()));
        object[] values =
        [
            (byte)1, true, (short)-2, (ushort)3, -4, 5u, -6L, 7ul, 0.5, "ß", new ObjectPath("/a"), new Signature("a{sv}"),
            new byte[] { 1, 2 }, new[] { "x", "" },
            new Dictionary<string, object> { ["k"] = Variant.Of(new Dictionary<string, object> { ["j"] = Variant.Of((byte)9) }) },
            new Dictionary<object, object> { [(ushort)1] = Variant.Of("y") }, new object[] { 1u, "z" },
        ];
        using var answer = await client.CallAsync(
            Message.Call(server.UniqueName, "/", Name, "Echo", "ybnqiuxtdsogayasa{sv}a{qv}(us)", values), Patience, Cancellation);
        Assert.Equivalent(values, answer.Arguments(), strict: true);
    }

    [Fact]
    public async Task Handles_come_through_a_real_bus()
    {
        await using var daemon = await PrivateBus.StartAsync();
        await using var server = await ConnectAsync(daemon);
        await using var client = await ConnectAsync(daemon);
        using var file = File.OpenHandle("/dev/null");
        server.AnswerCalls(call => call.Reply("h", new HandleIndex(0)) with { Handles = [file] });
        using var answer = await client.CallAsync(Message.Call(server.UniqueName, "/", Name, "Give"), Patience, Cancellation);
        using var handle = answer.TakeHandle((HandleIndex)answer.Arguments()[0]);
        Assert.False(handle.IsInvalid);
    }

    [Fact]
    public async Task What_nobody_answers_is_an_error_with_a_name()
    {
        await using var daemon = await PrivateBus.StartAsync();
        await using var client = await ConnectAsync(daemon);
        var error = await Assert.ThrowsAsync<DBusErrorException>(() => client.CallAsync(Message.Call("org.example.Nobody", "/", Name, "Do"), Cancellation));
        Assert.Equal("org.freedesktop.DBus.Error.ServiceUnknown", error.Name);
        await using var server = await ConnectAsync(daemon);
        error = await Assert.ThrowsAsync<DBusErrorException>(() => client.CallAsync(Message.Call(server.UniqueName, "/", Name, "Do"), Cancellation));
        Assert.Equal("org.freedesktop.DBus.Error.UnknownMethod", error.Name);
    }

    [Fact]
    public async Task Signals_are_heard_until_the_last_listener_has_gone()
    {
        await using var daemon = await PrivateBus.StartAsync();
        await using var client = await ConnectAsync(daemon);
        var rule = new MatchRule(BusConnection.BusName, BusConnection.BusName, "NameOwnerChanged", Name);
        var (first, second) = (new TaskCompletionSource(), 0);
        var one = await client.SubscribeAsync(rule, _ => first.TrySetResult(), Cancellation);
        await (await client.SubscribeAsync(rule, _ => second++, Cancellation)).DisposeAsync();
        await using (var server = await ConnectAsync(daemon))
        {
            using var owned = await server.CallAsync(
                Message.Call(BusConnection.BusName, "/", BusConnection.BusName, "RequestName", "su", Name, 0u), Patience, Cancellation);
            await first.Task.WaitAsync(Patience, TimeProvider.System, Cancellation);
        }

        Assert.Equal(0, second);
        await one.DisposeAsync();
    }

    [Fact]
    public async Task A_bus_that_is_killed_ends_what_waits_for_it()
    {
        await using var daemon = await PrivateBus.StartAsync();
        await using var server = await ConnectAsync(daemon);
        await using var client = await ConnectAsync(daemon);
        var asked = new TaskCompletionSource();
        server.AnswerCalls(_ =>
        {
            asked.SetResult();
            throw new IOException("it falls silent");
        });
        var call = client.CallAsync(Message.Call(server.UniqueName, "/", Name, "Wait"), Patience, Cancellation);
        await asked.Task.WaitAsync(Patience, TimeProvider.System, Cancellation);
        await daemon.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.NotEmpty(await client.Closed);
        await Assert.ThrowsAsync<IOException>(() => client.CallBusAsync("GetNameOwner", Name, Cancellation));
    }

    private static Task<BusConnection> ConnectAsync(PrivateBus bus) => BusConnection.ConnectAsync(bus.Address, TimeProvider.System, Cancellation);
}
