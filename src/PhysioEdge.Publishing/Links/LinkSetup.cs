using MQTTnet;

namespace PhysioEdge.Publishing.Links;

/// <summary>What a worker needs of its connection.</summary>
/// <param name="ClientId">The MQTT client id; a second client with the same one throws the first out.</param>
/// <param name="Subscriptions">The topic filters it listens to, with quality of service 1. It cannot work without the first.</param>
/// <param name="Presence">What it says of itself; null if nothing.</param>
internal sealed record LinkSetup(string ClientId, IReadOnlyList<string> Subscriptions, Presence? Presence = null);

/// <summary>Retained messages that say whether a client is there.</summary>
/// <param name="Birth">Published at each connect.</param>
/// <param name="Farewell">Published before it leaves on purpose.</param>
/// <param name="Will">Published by the broker when it is lost.</param>
internal sealed record Presence(MqttApplicationMessage Birth, MqttApplicationMessage Farewell, MqttApplicationMessage Will);
