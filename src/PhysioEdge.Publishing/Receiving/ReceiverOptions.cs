using PhysioEdge.Publishing.Broker;

namespace PhysioEdge.Publishing.Receiving;

/// <summary>Where a receiver listens, and where it keeps what it receives.</summary>
public sealed record ReceiverOptions
{
    /// <summary>Gets the MQTT client id, for example <c>edge-0001-receiver</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>Gets the folder for <c>receiver.db</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Gets the broker to listen at.</summary>
    public BrokerOptions Broker { get; init; } = new();
}
