using MQTTnet;
using MQTTnet.Protocol;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Publishing.Outbox;

/// <summary>
/// Sends one part of what waits in the outbox, in order, a window at a time. Rows stay until their receipt, and are sent again if it does
/// not come. What waited for the connection and what is found while it stands are two parts, so that a day's backlog holds up nothing new.
/// </summary>
/// <param name="store">What waits.</param>
/// <param name="topics">The box's topics.</param>
/// <param name="broker">Where to send.</param>
/// <param name="status">Is told how it goes.</param>
/// <param name="time">The clock.</param>
/// <param name="after">The part begins after this row.</param>
/// <param name="through">It ends with this row.</param>
internal sealed class OutboxSender(EdgeStore store, Topics topics, BrokerOptions broker, LiveStatus<PublisherStatus> status, TimeProvider time, long after, long through)
{
    public static readonly TimeSpan ResendAfter = TimeSpan.FromMinutes(10);

    // So many of each part wait for the broker's answer at once; brokers take at least 20 by default.
    private const int UnderWay = 10;

    private const int PageSize = 200;

    // A backlog does not run further ahead of its receipts: what is new would wait behind it at the broker.
    private const int MostAhead = 1000;

    private static readonly TimeSpan HoldStep = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1);

    private readonly Backoff _backoff = new(Random.Shared);
    private readonly HashSet<long> _parked = [];

    /// <summary>Sends for as long as the connection lasts.</summary>
    /// <exception cref="BrokerException">The broker did not answer.</exception>
    public async Task RunAsync(BrokerConnection connection, WakeUp appended, CancellationToken cancellationToken)
    {
        var last = after;
        while (true)
        {
            try
            {
                var rows = store.ReadPending(last, through, PageSize, connection.Number, ResendAfter);
                last = rows.Count > 0
                    ? await SendAsync(rows, connection, cancellationToken)
                    : await WaitAsync(last, appended, cancellationToken);
                if (rows.Count == PageSize && through < long.MaxValue)
                    await HoldAsync(cancellationToken);
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
        (OutboxRow Row, MqttClientPublishReasonCode Code)? toRepeat = null;
        var answers = Window.AskAsync(rows.TakeWhile(_ => toRepeat is null), UnderWay, (row, token) => PublishAsync(row, connection, token), cancellationToken);
        await foreach (var (row, code) in answers)
        {
            if (PublishAnswers.Of(code) == PublishAnswer.TryAgain)
                toRepeat ??= (row, code);
            else
                Note(row, code, connection);
        }

        if (toRepeat is not { } refused)
        {
            _backoff.Reset();
            return rows[^1].Seq;
        }

        await PauseAsync(BrokerWords.Refusal(broker, TopicOf(refused.Row), refused.Code), cancellationToken);
        return refused.Row.Seq - 1;
    }

    private async Task<MqttClientPublishReasonCode> PublishAsync(OutboxRow row, BrokerConnection connection, CancellationToken cancellationToken)
    {
        using var trace = PublishTrace.Start(row);
        var answer = connection.PublishAsync(MessageOf(row), cancellationToken);
        status.Update(now => now with
        {
            Sent = now.Sent + 1,
            Resent = now.Resent + (row.SentBefore ? 1 : 0),
            SentBytes = now.SentBytes + row.Payload.Length,
        });
        return await answer;
    }

    private void Note(OutboxRow row, MqttClientPublishReasonCode code, BrokerConnection connection)
    {
        store.MarkSent(row.Seq, connection.Number);
        var isRefused = PublishAnswers.Of(code) == PublishAnswer.Refused;
        if (isRefused ? _parked.Add(row.Seq) : _parked.Remove(row.Seq))
            status.Update(now => now with { Parked = now.Parked + (isRefused ? 1 : -1) });
        status.Update(now => isRefused
            ? now with { Refused = now.Refused + 1, LastError = BrokerWords.Refusal(broker, TopicOf(row), code) }
            : now with
            {
                AcknowledgedByBroker = now.AcknowledgedByBroker + 1,
                WithoutSubscriber = now.WithoutSubscriber + (code == MqttClientPublishReasonCode.NoMatchingSubscribers ? 1 : 0),
            });
    }

    /// <returns>The row after which to go on: the last one when there is a new one, that before the first when old ones are due again.</returns>
    private async Task<long> WaitAsync(long last, WakeUp appended, CancellationToken cancellationToken)
    {
        var untilResend = store.NextResend(after, through, ResendAfter);
        if (untilResend <= TimeSpan.Zero)
            return after;
        return await appended.WaitAsync(untilResend, time, cancellationToken) ? last : after;
    }

    /// <summary>Waits for receipts when too many are missing; not for long, because there may be nobody who gives any.</summary>
    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (store.CountSent(after, through) > MostAhead && time.GetElapsedTime(start) < LongestHold)
            await Task.Delay(HoldStep, time, cancellationToken);
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
