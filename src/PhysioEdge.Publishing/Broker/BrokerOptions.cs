using System.Net;
using PhysioEdge.Publishing.Identity;
using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Publishing.Broker;

/// <summary>The MQTT broker: the embedded one, or that of the clinic or the cloud.</summary>
public sealed record BrokerOptions
{
    /// <summary>Gets the name or address of the broker; null for the embedded one.</summary>
    public string? Host { get; init; }

    /// <summary>Gets the TCP port that the broker listens on, 1–65535.</summary>
    public int Port { get; init; } = 1883;

    /// <summary>Gets the address that the embedded broker listens on; any other than loopback needs a user name and password.</summary>
    public IPAddress BindAddress { get; init; } = IPAddress.Loopback;

    /// <summary>Gets a value indicating whether the connection to an external broker is encrypted and its certificate checked.</summary>
    public bool Tls { get; init; }

    /// <summary>Gets the certificate by which the box is known, and whom it trusts; with <see cref="Tls"/> only.</summary>
    public IdentityFiles Identity { get; init; } = new(null, null, null);

    /// <summary>Gets the user name; null to connect without.</summary>
    public string? UserName { get; init; }

    /// <summary>Gets the file that holds the password, read at each connect; null to connect without.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Gets a value indicating whether the embedded broker is used.</summary>
    public bool IsEmbedded => Host is null;

    internal string HostToConnectTo => Host ?? (BindAddress.Equals(IPAddress.Any) ? IPAddress.Loopback : BindAddress).ToString();

    internal string DisplayName => IsEmbedded ? $"the embedded broker (port {Port})" : $"the broker at {Host}:{Port}";

    /// <summary>The password; null if there is no file for it.</summary>
    /// <exception cref="BrokerException">The file cannot be read, or others may read it.</exception>
    internal string? ReadPassword()
    {
        try
        {
            return PasswordFile is null ? null : SecretFile.ReadLine(PasswordFile, "broker.password_file");
        }
        catch (SecretException exception)
        {
            throw new BrokerException(exception.Message, exception);
        }
    }
}
