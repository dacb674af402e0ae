using MQTTnet;

namespace PhysioEdge.Publishing.Links;

/// <summary>What a broker's answer to a message means for its row.</summary>
internal enum PublishAnswer
{
    /// <summary>The broker has it, with or without subscribers: wait for the receipt.</summary>
    Accepted,

    /// <summary>Not now: the same soon again, and nothing before it.</summary>
    TryAgain,

    /// <summary>Not at all until somebody changes something: tell, and try again as seldom as if it were accepted.</summary>
    Refused,
}

internal static class PublishAnswers
{
    public static PublishAnswer Of(MqttClientPublishReasonCode code) => code switch
    {
        MqttClientPublishReasonCode.Success or MqttClientPublishReasonCode.NoMatchingSubscribers => PublishAnswer.Accepted,
        MqttClientPublishReasonCode.NotAuthorized or MqttClientPublishReasonCode.TopicNameInvalid
            or MqttClientPublishReasonCode.PayloadFormatInvalid => PublishAnswer.Refused,
        _ => PublishAnswer.TryAgain,
    };
}
