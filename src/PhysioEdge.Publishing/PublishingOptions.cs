using PhysioEdge.Publishing.Broker;

namespace PhysioEdge.Publishing;

/// <summary>Who publishes, where to, and where the receiver of the embedded broker keeps its database.</summary>
public sealed record PublishingOptions
{
    /// <summary>Gets the clinic or home, a level of every topic, for example <c>clinic-01</c>.</summary>
    public required string Site { get; init; }

    /// <summary>Gets the box, a level of every topic and the MQTT client id, for example <c>edge-0001</c>.</summary>
    public required string Edge { get; init; }

    /// <summary>Gets the folder for <c>receiver.db</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Gets the broker; the embedded one by default.</summary>
    public BrokerOptions Broker { get; init; } = new();
}
