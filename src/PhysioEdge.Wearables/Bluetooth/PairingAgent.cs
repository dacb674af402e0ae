using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>Answers what BlueZ asks while it pairs: a box without keys and display agrees to what needs neither, and to nothing else.</summary>
internal static class PairingAgent
{
    private const string Path = "/physioedge/agent";
    private const string Manager = "/org/bluez";

    /// <summary>Agrees to pair with one device while something is done.</summary>
    public static async Task WhileAsync(
        BusConnection bus, ObjectMirror mirror, string device, Func<Task> pair, CancellationToken cancellation)
    {
        bus.AnswerCalls(call => call.Sender == mirror.Read(o => o.Owner) && call is { Path: Path, Interface: Bluez.Agent } ? Answer(call, device) : null);
        await CallAsync(mirror, "RegisterAgent", "os", [new ObjectPath(Path), "NoInputNoOutput"], cancellation);
        try
        {
            await pair();
        }
        finally
        {
            await CallAsync(mirror, "UnregisterAgent", "o", [new ObjectPath(Path)], CancellationToken.None);
            bus.AnswerCalls(null);
        }
    }

    /// <summary>Answers one question about the device that is being paired.</summary>
    public static Message Answer(Message call, string device) => call.Member switch
    {
        "Release" or "Cancel" => call.Reply(),
        "RequestAuthorization" or "AuthorizeService" when call.Reader().String() == device => call.Reply(),
        _ => call.ReplyError("org.bluez.Error.Rejected", "There is neither a display nor a key."),
    };

    private static async Task CallAsync(
        ObjectMirror mirror, string member, string signature, object[] arguments, CancellationToken cancellation)
    {
        using var answer = await mirror.CallAsync(Manager, Bluez.AgentManager, member, BusConnection.Patience, cancellation, signature, arguments);
    }
}
