using System.Security.Authentication;
using MQTTnet;
using PhysioEdge.Publishing.Broker;

namespace PhysioEdge.Publishing.Links;

/// <summary>What the broker or the network said, for the person who can mend it.</summary>
internal static class BrokerWords
{
    public static string Name(BrokerOptions broker) => $"{char.ToUpperInvariant(broker.DisplayName[0])}{broker.DisplayName[1..]}";

    public static string Failure(BrokerOptions broker, Exception exception) => exception.GetBaseException() is AuthenticationException distrust
        ? $"{Name(broker)} and this box do not trust each other's certificates: {distrust.Message.TrimEnd('.')}. Is broker.authority_file right, the broker's certificate for {broker.Host} and valid, and this box's one known there?"
        : $"{Name(broker)} cannot be reached: {exception.GetBaseException().Message.TrimEnd('.')}. Is it running, and are broker.host and broker.port right?";

    public static string Refusal(BrokerOptions broker, MqttClientConnectResult answer) => answer.ResultCode switch
    {
        MqttClientConnectResultCode.BadUserNameOrPassword or MqttClientConnectResultCode.NotAuthorized =>
            $"{Name(broker)} refuses this client ({answer.ResultCode}): check broker.user_name and broker.password_file.",
        _ => $"{Name(broker)} refuses this client: {Said(answer.ResultCode, answer.ReasonString)}.",
    };

    public static string Loss(BrokerOptions broker, MqttClientDisconnectedEventArgs loss) => loss switch
    {
        { Reason: MqttClientDisconnectReason.SessionTakenOver } =>
            $"{Name(broker)} dropped the connection because another client came with the same name: is there a second box with this edge name?",
        { Exception: { } exception } => Loss(broker, exception),
        { Reason: MqttClientDisconnectReason.NormalDisconnection } =>
            $"{Name(broker)} closed the connection. If that happens again and again: is there a second box with this edge name?",
        _ => $"{Name(broker)} dropped the connection: {Said(loss.Reason, loss.ReasonString)}.",
    };

    public static string Loss(BrokerOptions broker, Exception exception) =>
        $"The connection to {broker.DisplayName} was lost: {exception.GetBaseException().Message.TrimEnd('.')}.";

    public static string Refusal(BrokerOptions broker, string topic, MqttClientPublishReasonCode code) =>
        code == MqttClientPublishReasonCode.NotAuthorized
            ? $"{Name(broker)} does not let this client publish to {topic} (not authorised): check its access list."
            : $"{Name(broker)} refuses messages to {topic}: {code}.";

    private static string Said(Enum code, string? reason) => string.IsNullOrEmpty(reason) ? $"{code}" : $"{code} ({reason})";
}
