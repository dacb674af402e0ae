using MQTTnet;
using MQTTnet.Protocol;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Publishing.Outbox;

/// <summary>Sends what waits in the outbox, in order, a window at a time. Rows stay until their receipt, and are sent again if it does not come.</summary>
internal sealed class OutboxSender(EdgeStore store, Topics topics, BrokerOptions broker, LiveStatus<PublisherStatus> status, TimeProvider time)
{
    public static readonly TimeSpan ResendAfter = TimeSpan.FromMinutes(10);

    // So many are under way at once; brokers accept at least 20 by default.
    private const int Window = 20;

    private readonly Backoff _backoff = new(Random.Shared);

    /// <summary>Sends for as long as the connection lasts.</summary>
    /// <exception cref="BrokerException">The broker did not answer.</exception>
    public async Task RunAsync(BrokerConnection connection, WakeUp appended, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            try
            {
                var rows = store.ReadPending(after, Window, connection.Number, ResendAfter);
                after = rows.Count > 0
                    ? await SendAsync(rows, connection, cancellationToken)
                    : await WaitAsync(after, appended, cancellationToken);
            }
            catch (StoreException exception)
            {
                await PauseAsync(exception.Message, cancellationToken);
            }
        }
    }

    /// <returns>The row after which to go on.</returns>
    private async Task<long> SendAsync(IReadOnlyList<OutboxRow> rows, BrokerConnection connection, CancellationToken cancellationToken)
    {
        var questions = rows.Select(row => connection.PublishAsync(MessageOf(row), cancellationToken)).ToArray();
        status.Update(now => now with { Sent = now.Sent + rows.Count, Resent = now.Resent + rows.Count(row => row.SentBefore) });
        var answers = await Task.WhenAll(questions);

        var answered = rows.Zip(answers, (row, code) => (Row: row, Code: code)).ToLookup(pair => PublishAnswers.Of(pair.Code));
        store.MarkSent([.. answered.Where(group => group.Key != PublishAnswer.TryAgain).SelectMany(group => group).Select(pair => pair.Row.Seq)], connection.Number);
        status.Update(now => now with
        {
            AcknowledgedByBroker = now.AcknowledgedByBroker + answered[PublishAnswer.Accepted].Count(),
            WithoutSubscriber = now.WithoutSubscriber + answers.Count(code => code == MqttClientPublishReasonCode.NoMatchingSubscribers),
            Refused = now.Refused + answered[PublishAnswer.Refused].Count(),
            LastError = answered[PublishAnswer.Refused].Select(pair => BrokerWords.Refusal(broker, TopicOf(pair.Row), pair.Code)).LastOrDefault(now.LastError),
        });
        if (!answered.Contains(PublishAnswer.TryAgain))
        {
            _backoff.Reset();
            return rows[^1].Seq;
        }

        var (firstToRepeat, reason) = answered[PublishAnswer.TryAgain].First();
        await PauseAsync(BrokerWords.Refusal(broker, TopicOf(firstToRepeat), reason), cancellationToken);
        return firstToRepeat.Seq - 1;
    }

    /// <returns>The row after which to go on: the last one when there is a new one, none when old ones are due again.</returns>
    private async Task<long> WaitAsync(long after, WakeUp appended, CancellationToken cancellationToken)
    {
        var untilResend = store.NextResend(ResendAfter);
        if (untilResend <= TimeSpan.Zero)
            return 0;
        return await appended.WaitAsync(untilResend, time, cancellationToken) ? after : 0;
    }

    private async Task PauseAsync(string error, CancellationToken cancellationToken)
    {
        var pause = Task.Delay(_backoff.Next(), time, cancellationToken);
        status.Update(now => now with { LastError = error });
        await pause;
    }

    private string TopicOf(OutboxRow row) => topics.Event(EventKinds.Of(row.Type)!);

    private MqttApplicationMessage MessageOf(OutboxRow row) => new MqttApplicationMessageBuilder()
        .WithTopic(TopicOf(row))
        .WithPayload(row.Payload)
        .WithContentType("application/cloudevents+json")
        .WithPayloadFormatIndicator(MqttPayloadFormatIndicator.CharacterData)
        .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
        .Build();
}
