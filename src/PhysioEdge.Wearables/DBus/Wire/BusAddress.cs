using System.Net.Sockets;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>Where a bus listens (D-Bus Specification, "Server Addresses"): Unix sockets, by path or abstract.</summary>
public static class BusAddress
{
    /// <summary>The environment variable that says where the system's bus is.</summary>
    public const string Variable = "DBUS_SYSTEM_BUS_ADDRESS";

    private const string Default = "unix:path=/run/dbus/system_bus_socket";

    /// <summary>Gets the system's bus: what the environment says, or else the usual place.</summary>
    public static string System => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address : Default;

    /// <summary>Takes an address apart; of several, separated by semicolons, the first that is a Unix socket.</summary>
    /// <exception cref="FormatException">It has no Unix socket.</exception>
    public static UnixDomainSocketEndPoint Parse(string address)
    {
        foreach (var alternative in address.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!alternative.StartsWith("unix:", StringComparison.Ordinal))
                continue;
            foreach (var pair in alternative["unix:".Length..].Split(','))
            {
                if (pair.Split('=', 2) is ["path", { Length: > 0 } path])
                    return EndPoint(Uri.UnescapeDataString(path), address);
                if (pair.Split('=', 2) is ["abstract", { Length: > 0 } name])
                    return EndPoint('\0' + Uri.UnescapeDataString(name), address);
            }
        }

        throw new FormatException($"\"{address}\" is no bus address such as {Default}.");
    }

    /// <summary>Whether <see cref="Parse"/> would take it.</summary>
    public static bool IsAddress(string address)
    {
        try
        {
            Parse(address);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static UnixDomainSocketEndPoint EndPoint(string path, string address)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new FormatException($"The path in \"{address}\" is too long for a Unix socket.");
        }
    }
}
