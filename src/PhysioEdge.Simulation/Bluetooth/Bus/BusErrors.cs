namespace PhysioEdge.Simulation.Bluetooth.Bus;

/// <summary>Errors that every D-Bus peer knows.</summary>
internal static class BusErrors
{
    public const string InvalidArguments = "org.freedesktop.DBus.Error.InvalidArgs";
    public const string NameHasNoOwner = "org.freedesktop.DBus.Error.NameHasNoOwner";
    public const string NoReply = "org.freedesktop.DBus.Error.NoReply";
    public const string ServiceUnknown = "org.freedesktop.DBus.Error.ServiceUnknown";
    public const string UnknownMethod = "org.freedesktop.DBus.Error.UnknownMethod";
    public const string UnknownObject = "org.freedesktop.DBus.Error.UnknownObject";
    public const string UnknownProperty = "org.freedesktop.DBus.Error.UnknownProperty";
}
