using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Protocol;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Receiving;

namespace PhysioEdge.Publishing.Receiving;

/// <summary>
/// What a cloud does, in small: stores every event of every box once, and only then gives the box its receipt.
/// An ordinary MQTT client, at whatever broker.
/// </summary>
internal sealed partial class EventReceiver : BackgroundService
{
    // One transaction and one receipt per box for so many; the receipt stays small.
    private const int BatchSize = 100;

    // A box that starts with its own broker and receiver sends its first events to somebody, if that is not slow to come up.
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(5);

    private readonly ReceiverStore _store;
    private readonly LiveStatus<ReceiverStatus> _status;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly BrokerLink _link;
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EventReceiver(ReceiverStore store, ReceiverOptions options, LiveStatus<ReceiverStatus> status, TimeProvider time, ILogger<EventReceiver> logger, AuditLog? audit = null)
    {
        _store = store;
        _status = status;
        _time = time;
        _logger = logger;
        _link = new BrokerLink(
            options.Broker,
            new LinkSetup(options.ClientId, [Topics.EveryEvent]),
            change => status.Update(now => now with { Link = change(now.Link) }),
            audit,
            time,
            logger);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(_listening.Task, ExecuteTask!, Task.Delay(PatienceAtStart, _time, cancellationToken));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _link.RunAsync(WorkAsync, stoppingToken);

    private async Task WorkAsync(BrokerConnection connection, CancellationToken cancellationToken)
    {
        _listening.TrySetResult();
        while (await connection.Inbox.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<ReceivedMessage>();
            while (batch.Count < BatchSize && connection.Inbox.TryRead(out var message))
                batch.Add(message);
            foreach (var (box, receipt) in Store(batch))
                await SendAsync(box, receipt, connection, cancellationToken);
            foreach (var message in batch)
                await connection.AcknowledgeAsync(message, cancellationToken);
        }
    }

    /// <returns>The receipts that may be given now: none if nothing could be stored, then the boxes will send again.</returns>
    private IReadOnlyList<(Topics Box, Receipt Receipt)> Store(List<ReceivedMessage> batch)
    {
        var (events, malformed) = Sort(batch);
        try
        {
            var stored = _store.Store([.. events.Select(pair => pair.Event)], malformed);
            _status.Update(now => now with
            {
                Stored = now.Stored + stored,
                Duplicates = now.Duplicates + events.Count - stored,
                Malformed = now.Malformed + malformed.Count,
            });
            return [.. events.GroupBy(pair => pair.Box).Select(group => (group.Key, ReceiptFor(group.Select(pair => pair.Event.Event))))];
        }
        catch (StoreException exception)
        {
            LogNotStored(batch.Count, exception.Message);
            _status.Update(now => now with { LastError = exception.Message });
            return [];
        }
    }

    private (List<(Topics Box, ReceivedEvent Event)> Events, List<MalformedMessage> Malformed) Sort(List<ReceivedMessage> batch)
    {
        var events = new List<(Topics Box, ReceivedEvent Event)>();
        var malformed = new List<MalformedMessage>();
        foreach (var (topic, payload, _) in batch)
        {
            if (EventReader.TryRead(topic, payload, out var flagged, out var reason) && Topics.TryParseEvent(topic, out var box, out _))
            {
                events.Add((box, new ReceivedEvent(flagged, payload)));
            }
            else
            {
                malformed.Add(new MalformedMessage(topic, payload, reason!));
                LogMalformed(reason!);
            }
        }

        return (events, malformed);
    }

    private Receipt ReceiptFor(IEnumerable<FlaggedEvent> events) =>
        new([.. events.Select(flagged => new StoredRevision(flagged.Id, flagged.Data.Rev))], _time.GetUtcNow());

    private async Task SendAsync(Topics box, Receipt receipt, BrokerConnection connection, CancellationToken cancellationToken)
    {
        var message = new MqttApplicationMessageBuilder()
            .WithTopic(box.Receipt)
            .WithPayload(JsonSerializer.SerializeToUtf8Bytes(receipt, ContractsJson.Wire))
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .Build();
        var answer = await connection.PublishAsync(message, cancellationToken);
        if (answer >= MqttClientPublishReasonCode.UnspecifiedError)
            _status.Update(now => now with { LastError = $"The broker refuses receipts on {box.Receipt}: {answer}." });
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Warning, Message = "A message on an event topic is no event and was set aside: {Reason}.")]
    private partial void LogMalformed(string reason);

    [LoggerMessage(EventId = 3302, Level = LogLevel.Error, Message = "{Count} messages could not be stored, so no receipt was given: {Reason}")]
    private partial void LogNotStored(int count, string reason);
}
