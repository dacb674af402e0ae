using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace PhysioEdge.Publishing.Broker;

/// <summary>A broker of its own, so that the box is whole without one. Whoever is on the box may connect, others with the password.</summary>
internal sealed partial class EmbeddedBroker(BrokerOptions options, ILogger<EmbeddedBroker> logger) : IHostedService, IDisposable
{
    // Beyond this a slow subscriber loses messages, whatever their quality of service; receipts bring events back.
    private const int MaxPendingMessagesPerClient = 10_000;

    private readonly MqttServer _server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
        .WithDefaultEndpoint()
        .WithDefaultEndpointBoundIPAddress(options.BindAddress)
        .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
        .WithDefaultEndpointPort(options.Port)
        .WithPersistentSessions()
        .WithMaxPendingMessagesPerClient(MaxPendingMessagesPerClient)
        .Build());

    private byte[]? _password;
    private long _namesGiven;

    /// <exception cref="BrokerException">The port or address cannot be used, or the broker would be open to the network.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _password = options.ReadPassword() is { } password ? Encoding.UTF8.GetBytes(password) : null;
        if (!IPAddress.IsLoopback(options.BindAddress) && (options.UserName is null || _password is null))
            throw new BrokerException($"The embedded broker would be open to the network at {options.BindAddress} (broker.bind_address): set broker.user_name and broker.password_file, or bind it to 127.0.0.1.");

        _server.ValidatingConnectionAsync += ValidateAsync;
        try
        {
            await _server.StartAsync();
        }
        catch (SocketException exception)
        {
            throw new BrokerException(Describe(exception), exception);
        }

        LogListening(options.BindAddress, options.Port);
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _server.IsStarted ? _server.StopAsync(new MqttServerStopOptions()) : Task.CompletedTask;

    public void Dispose() => _server.Dispose();

    private Task ValidateAsync(ValidatingConnectionEventArgs connection)
    {
        if (!IsLocal(connection.RemoteEndPoint) && !HasPassword(connection))
        {
            connection.ReasonCode = MqttConnectReasonCode.BadUserNameOrPassword;
            LogRefused(connection.RemoteEndPoint);
        }
        else if (string.IsNullOrEmpty(connection.ClientId))
        {
            // MQTT lets a client leave its name to the broker (3.1.3.1, in 3.1.1 and 5); the library would refuse it,
            // and offers a way round that for version 5 only.
            connection.AssignedClientIdentifier = $"client-{Interlocked.Increment(ref _namesGiven)}";
            ConnectPacketOf(connection).ClientId = connection.AssignedClientIdentifier;
        }

        return Task.CompletedTask;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_connectPacket")]
    private static extern ref MqttConnectPacket ConnectPacketOf(ValidatingConnectionEventArgs connection);

    private static bool IsLocal(EndPoint? remote) => remote is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);

    private bool HasPassword(ValidatingConnectionEventArgs connection) =>
        _password is not null
        && connection.UserName == options.UserName
        && CryptographicOperations.FixedTimeEquals(connection.RawPassword ?? [], _password);

    private string Describe(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"Port {options.Port} on {options.BindAddress} is in use by another program: stop it, or set broker.port to a free one, or broker.host to that broker.",
        SocketError.AccessDenied => $"Port {options.Port} may not be used by the service's user: set broker.port to one above 1023.",
        SocketError.AddressNotAvailable => $"{options.BindAddress} (broker.bind_address) is not an address of this box.",
        _ => $"The embedded broker cannot listen on {options.BindAddress}:{options.Port} (broker.bind_address, broker.port): {exception.Message}",
    };

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "The embedded broker listens on {Address}:{Port}.")]
    private partial void LogListening(IPAddress address, int port);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "The embedded broker refused {RemoteEndPoint}: wrong user name or password.")]
    private partial void LogRefused(EndPoint? remoteEndPoint);
}
