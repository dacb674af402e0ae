using System.Text.Json;
using MQTTnet;
using MQTTnet.Protocol;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Commands;
using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Commands;

/// <summary>Answers as MQTT messages.</summary>
internal static class CommandMessages
{
    public static MqttApplicationMessage Answer(ReceivedMessage question, CommandAnswer<object> answer) => new MqttApplicationMessageBuilder()
        .WithTopic(question.ResponseTopic)
        .WithCorrelationData(question.Correlation)
        .WithPayload(JsonSerializer.SerializeToUtf8Bytes(answer, ContractsJson.Wire))
        .WithContentType("application/json")
        .WithPayloadFormatIndicator(MqttPayloadFormatIndicator.CharacterData)
        .WithMessageExpiryInterval((uint)CommandRules.LongestExpiry.TotalSeconds)
        .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
        .Build();
}
