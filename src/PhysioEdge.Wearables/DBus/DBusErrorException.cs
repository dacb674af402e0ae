namespace PhysioEdge.Wearables.DBus;

/// <summary>The peer has answered that it does not do it.</summary>
/// <param name="name">The D-Bus name of the error, such as <c>org.bluez.Error.InProgress</c>.</param>
/// <param name="text">What the peer says.</param>
public sealed class DBusErrorException(string name, string text) : Exception($"{text} ({name})")
{
    public string Name => name;
}
