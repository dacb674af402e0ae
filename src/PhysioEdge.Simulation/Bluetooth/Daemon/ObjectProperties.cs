using PhysioEdge.Simulation.Bluetooth.Bus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>The properties of an object, as every D-Bus object answers for them.</summary>
internal static class ObjectProperties
{
    public static Message Answer(BluezObject target, Message call)
    {
        switch (call.Member, call.Arguments())
        {
            case ("Get", [string @interface, string name]):
                return call.Reply("v", Of(target, @interface).GetValueOrDefault(name) ?? throw Unknown(name));
            case ("GetAll", [string @interface]):
                return call.Reply("a{sv}", Of(target, @interface));
            case ("Set", [string @interface, string name, Variant value]):
                if (!Of(target, @interface).ContainsKey(name))
                    throw Unknown(name);
                target.SetByClient(name, value.Value);
                return call.Reply();
            default:
                throw new BluezError(BusErrors.InvalidArguments, "Invalid arguments in method call");
        }
    }

    private static Dictionary<string, object> Of(BluezObject target, string @interface) => target.Interfaces.GetValueOrDefault(@interface)
        ?? throw new BluezError(BusErrors.InvalidArguments, $"No such interface '{@interface}'");

    private static BluezError Unknown(string name) => new(BusErrors.UnknownProperty, $"No such property '{name}'");
}
