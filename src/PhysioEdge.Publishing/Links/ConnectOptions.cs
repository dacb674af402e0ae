using System.Buffers;
using System.Security.Authentication;
using MQTTnet;
using MQTTnet.Formatter;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Identity;

namespace PhysioEdge.Publishing.Links;

/// <summary>How this project connects: MQTT 5, with a session that outlives short losses of the connection.</summary>
internal static class ConnectOptions
{
    // Receipts that come while the link is down are kept by the broker for this long.
    private static readonly TimeSpan SessionExpiry = TimeSpan.FromHours(1);

    // A half-open link on which nothing is sent shows after one and a half of these.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(6);

    // What is not dealt with yet stays with the broker, beyond this many.
    private const int ReceiveMaximum = 64;

    private const int MaximumPacketSize = 128 * 1024;

    /// <exception cref="BrokerException">The password file cannot be read.</exception>
    public static MqttClientOptions Build(BrokerOptions broker, LinkSetup setup, BoxIdentity? identity)
    {
        var builder = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithTcpServer(broker.HostToConnectTo, broker.Port)
            .WithClientId(setup.ClientId)
            .WithCleanStart(false)
            .WithSessionExpiryInterval((uint)SessionExpiry.TotalSeconds)
            .WithKeepAlivePeriod(KeepAlive)
            .WithReceiveMaximum(ReceiveMaximum)
            .WithMaximumPacketSize(MaximumPacketSize);
        if (broker.UserName is not null)
            builder.WithCredentials(broker.UserName, broker.ReadPassword());
        if (broker.Tls)
            builder.WithTlsOptions(tls => Secure(tls, broker, identity));
        if (setup.Presence is { Will: var will })
        {
            builder.WithWillTopic(will.Topic)
                .WithWillPayload(will.Payload.ToArray())
                .WithWillQualityOfServiceLevel(will.QualityOfServiceLevel)
                .WithWillRetain(will.Retain);
        }

        return builder.Build();
    }

    private static void Secure(MqttClientTlsOptionsBuilder tls, BrokerOptions broker, BoxIdentity? identity)
    {
        tls.UseTls().WithSslProtocols(SslProtocols.Tls12 | SslProtocols.Tls13).WithTargetHost(broker.HostToConnectTo);
        if (identity?.Certificate is { } certificate)
            tls.WithClientCertificates([certificate, .. identity.Chain]);
        if (identity?.Authorities is { } authorities)
            tls.WithTrustChain(authorities);
    }
}
