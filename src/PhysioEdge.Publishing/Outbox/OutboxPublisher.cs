using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Protocol;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Publishing.Commands;
using PhysioEdge.Publishing.Health;
using PhysioEdge.Publishing.Incoming;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Publishing.Outbox;

/// <summary>Brings what the store holds to the broker, says how the box is, and takes receipts, verdicts and commands. The only one that talks for this box.</summary>
internal sealed class OutboxPublisher : BackgroundService
{
    private readonly EdgeStore _store;
    private readonly BrokerLink _link;
    private readonly LiveStatus<PublisherStatus> _status;
    private readonly Func<long, long, OutboxSender> _senderOf;
    private readonly IncomingMessages _incoming;
    private readonly CommandTaker _commands;
    private readonly HealthSender? _health;
    private readonly WakeUp _appended = new();

    public OutboxPublisher(
        EdgeStore store,
        PublishingOptions options,
        LiveStatus<PublisherStatus> status,
        TimeProvider time,
        ILogger<OutboxPublisher> logger,
        IEnumerable<IBoxCommand> commands,
        AuditLog? audit = null,
        IBoxReport? report = null)
    {
        var topics = new Topics(options.Site, options.Edge);
        var presence = new Presence(
            Birth: Status(topics, BoxState.Online, store.BootId),
            Farewell: Status(topics, BoxState.Stopped, store.BootId),
            Will: Status(topics, BoxState.Offline, store.BootId));
        _store = store;
        _status = status;
        _senderOf = (after, through) => new OutboxSender(store, topics, options.Broker, status, time, after, through);
        _commands = new CommandTaker(topics, commands, new CommandAudit(audit, time, logger), status, time, logger);
        _incoming = new IncomingMessages(topics, new ReceiptTaker(store, status, logger), new ReviewTaker(store, status, time, logger), _commands);
        _health = report is null ? null : new HealthSender(report, topics, status, time);
        _link = new BrokerLink(
            options.Broker,
            new LinkSetup(options.Edge, _incoming.Subscriptions, presence),
            change => status.Update(now => now with { Link = change(now.Link) }),
            audit,
            time,
            logger);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _store.Appended += _appended.Set;
        try
        {
            await _link.RunAsync(WorkAsync, stoppingToken);
        }
        finally
        {
            _store.Appended -= _appended.Set;
        }
    }

    private Task WorkAsync(BrokerConnection connection, CancellationToken cancellationToken)
    {
        _status.Update(now => now with { Parked = 0 });
        var newest = _store.ReadLastSeq();
        List<Func<CancellationToken, Task>> loops =
        [
            token => _senderOf(0, newest).RunAsync(connection, new WakeUp(), token),
            token => _senderOf(newest, long.MaxValue).RunAsync(connection, _appended, token),
            token => _incoming.RunAsync(connection, token),
            token => _commands.RunAsync(connection, token),
        ];
        if (_health is { } health)
            loops.Add(token => health.RunAsync(connection, token));
        return Together.RunAsync(cancellationToken, loops);
    }

    private static MqttApplicationMessage Status(Topics topics, BoxState state, string bootId) => new MqttApplicationMessageBuilder()
        .WithTopic(topics.Status)
        .WithPayload(JsonSerializer.SerializeToUtf8Bytes(new BoxStatus(state, bootId), ContractsJson.Wire))
        .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
        .WithRetainFlag()
        .Build();
}
