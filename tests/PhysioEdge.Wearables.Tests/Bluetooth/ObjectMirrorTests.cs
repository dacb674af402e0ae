using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;
using PhysioEdge.Wearables.Tests.DBus;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class ObjectMirrorTests
{
    private const string Device = "/org/bluez/hci0/dev_1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task What_is_told_after_the_list_was_made_is_not_overwritten_by_the_list() => WithMirrorAsync(
        call => [List(call), Removed()],
        async (mirror, _, _) =>
        {
            await mirror.WaitAsync(o => o.IsLoaded && o[Device] is null ? o : null, Patience, Cancellation);
            Assert.True(mirror.Read(o => o.IsLoaded));
        });

    [Fact]
    public Task What_somebody_else_says_in_the_name_of_BlueZ_counts_for_nothing() => WithMirrorAsync(
        call => [List(call)],
        async (mirror, scripted, _) =>
        {
            await mirror.WaitAsync(o => o[Device], Patience, Cancellation);
            await scripted.SendAsync(Removed() with { Sender = ":1.66" });
            await scripted.SendAsync(Named("impostor") with { Sender = ":1.66" });
            await scripted.SendAsync(OwnerChanged("") with { Sender = ":1.66" });
            await scripted.SendAsync(Changed("Alias", "true") with { Sender = ScriptedBus.ServiceOwner });
            await mirror.WaitAsync(o => o[Device]?.Text(Bluez.Device, "Alias"), Patience, Cancellation);
            Assert.Null(mirror.Read(o => o[Device]!.Text(Bluez.Device, "Name")));
        });

    [Fact]
    public Task When_the_service_goes_all_it_had_goes() => WithMirrorAsync(
        call => [List(call)],
        async (mirror, scripted, _) =>
        {
            await mirror.WaitAsync(o => o[Device], Patience, Cancellation);
            await scripted.SendAsync(OwnerChanged("") with { Sender = BusConnection.BusName });
            await mirror.WaitAsync(o => o.Owner is null && o[Device] is null ? o : null, Patience, Cancellation);
            await Assert.ThrowsAsync<IOException>(() => mirror.CallAsync(Device, Bluez.Device, "Connect", Patience, Cancellation));
        });

    [Fact]
    public Task A_service_that_is_not_ready_yet_is_asked_again()
    {
        var asked = 0;
        return WithMirrorAsync(
            call => [asked++ == 0 ? call.ReplyError("org.freedesktop.DBus.Error.UnknownObject", "not yet") : List(call)],
            async (mirror, _, _) => Assert.NotNull(await mirror.WaitAsync(o => o[Device], Patience, Cancellation)));
    }

    [Fact]
    public Task A_list_of_another_form_ends_the_connection_with_a_reason() => WithMirrorAsync(
        call => [call.Reply("s", "none of your business")],
        async (_, _, bus) => Assert.Contains("GetManagedObjects", await bus.Closed, StringComparison.Ordinal));

    [Fact]
    public Task Whoever_waits_too_long_is_told() => WithMirrorAsync(
        call => [List(call)],
        (mirror, _, _) => Assert.ThrowsAsync<TimeoutException>(() => mirror.WaitAsync(o => o["/nothing"], TimeSpan.FromMilliseconds(1), Cancellation)));

    private static async Task WithMirrorAsync(Func<Message, Message[]> answer, Func<ObjectMirror, ScriptedBus, BusConnection, Task> test)
    {
        await using var scripted = new ScriptedBus(answer);
        await using var bus = await BusConnection.ConnectAsync(scripted.Address, TimeProvider.System, Cancellation);
        await using var mirror = await ObjectMirror.OpenAsync(bus, TimeProvider.System, Cancellation);
        await test(mirror, scripted, bus);
    }

    private static Message List(Message call) => call.Reply("a{oa{sa{sv}}}", new Dictionary<object, object>
    {
        [new ObjectPath(Device)] = new Dictionary<string, object> { [Bluez.Device] = new Dictionary<string, object>() },
    });

    private static Message Removed() => Message.Signal("/", Bluez.ObjectManager, "InterfacesRemoved", "oas", new ObjectPath(Device), new[] { Bluez.Device });

    private static Message Named(string name) => Changed("Name", name);

    private static Message Changed(string property, string value) => Message.Signal(
        Device, Bluez.Properties, "PropertiesChanged", "sa{sv}as", Bluez.Device, new Dictionary<string, object> { [property] = Variant.Of(value) }, Array.Empty<string>());

    private static Message OwnerChanged(string owner) =>
        Message.Signal("/org/freedesktop/DBus", BusConnection.BusName, "NameOwnerChanged", "sss", Bluez.Service, ScriptedBus.ServiceOwner, owner);
}
