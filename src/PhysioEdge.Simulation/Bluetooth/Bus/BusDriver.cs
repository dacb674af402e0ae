using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Bus;

/// <summary>What the bus itself answers: <c>org.freedesktop.DBus</c>.</summary>
internal sealed class BusDriver(BusNames names, string busId)
{
    public const string Name = "org.freedesktop.DBus";
    private const string Path = "/org/freedesktop/DBus";
    private const uint PrimaryOwner = 1;
    private const uint AlreadyOwner = 4;
    private const uint NameExists = 3;
    private const uint Released = 1;
    private const uint NotOwner = 3;

    public static Message Signal(string member, string signature, params object[] arguments) =>
        Message.Signal(Path, Name, member, signature, arguments) with { Sender = Name };

    public Message Answer(BusConnection client, Message call) => call.Member switch
    {
        "Hello" => call.Reply("s", names.Greet(client)) with { Destination = client.Name },
        "AddMatch" => AddMatch(client, call),
        "RemoveMatch" => RemoveMatch(client, call),
        "RequestName" => RequestName(client, call),
        "ReleaseName" => call.Reply("u", names.Release(client, Text(call)) ? Released : NotOwner),
        "GetNameOwner" => names.OwnerOf(Text(call)) is { } owner ? call.Reply("s", owner) : NoOwner(call),
        "NameHasOwner" => call.Reply("b", names.OwnerOf(Text(call)) is not null),
        "ListNames" => call.Reply("as", new object[] { names.All() }),
        "ListActivatableNames" => call.Reply("as", new object[] { Array.Empty<string>() }),
        "StartServiceByName" => names.OwnerOf(Text(call)) is null ? NoService(call) : call.Reply("u", 2u),
        "GetId" => call.Reply("s", busId),
        "GetConnectionUnixUser" => call.Reply("u", Native.EffectiveUserId()),
        "Ping" => call.Reply(),
        "Introspect" => call.Reply("s", "<node><interface name=\"org.freedesktop.DBus\"/></node>"),
        _ => call.ReplyError(BusErrors.UnknownMethod, $"The bus has no method {call.Member}."),
    };

    private static string Text(Message call) => call.Arguments() is [string text, ..] ? text : "";

    private static Message NoOwner(Message call) => call.ReplyError(BusErrors.NameHasNoOwner, $"Could not get owner of name '{Text(call)}': no such name");

    private static Message NoService(Message call) => call.ReplyError(BusErrors.ServiceUnknown, $"The name {Text(call)} was not provided by any .service files");

    private static Message AddMatch(BusConnection client, Message call)
    {
        if (MatchRule.Parse(Text(call)) is not { } rule)
            return call.ReplyError("org.freedesktop.DBus.Error.MatchRuleInvalid", "That is no match rule.");
        client.Matches.Add(rule);
        return call.Reply();
    }

    private static Message RemoveMatch(BusConnection client, Message call)
    {
        var at = client.Matches.FindIndex(rule => rule.Text == Text(call));
        if (at < 0)
            return call.ReplyError("org.freedesktop.DBus.Error.MatchRuleNotFound", "The given match rule wasn't found and can't be removed");
        client.Matches.RemoveAt(at);
        return call.Reply();
    }

    private Message RequestName(BusConnection client, Message call)
    {
        var owner = names.OwnerOf(Text(call));
        if (owner is null)
            names.Own(client.Name, Text(call));
        return call.Reply("u", owner is null ? PrimaryOwner : owner == client.Name ? AlreadyOwner : NameExists);
    }
}
