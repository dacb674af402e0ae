using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Protocol;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Publishing.Outbox;

/// <summary>Brings what the store holds to the broker, and takes receipts. The only one that talks for this box.</summary>
internal sealed class OutboxPublisher : BackgroundService
{
    private readonly EdgeStore _store;
    private readonly BrokerLink _link;
    private readonly OutboxSender _sender;
    private readonly ReceiptTaker _receipts;
    private readonly WakeUp _appended = new();

    public OutboxPublisher(EdgeStore store, PublishingOptions options, LiveStatus<PublisherStatus> status, TimeProvider time, ILogger<OutboxPublisher> logger, AuditLog? audit = null)
    {
        var topics = new Topics(options.Site, options.Edge);
        var presence = new Presence(
            Birth: Status(topics, BoxState.Online, store.BootId),
            Farewell: Status(topics, BoxState.Stopped, store.BootId),
            Will: Status(topics, BoxState.Offline, store.BootId));
        _store = store;
        _sender = new OutboxSender(store, topics, options.Broker, status, time);
        _receipts = new ReceiptTaker(store, status, logger);
        _link = new BrokerLink(
            options.Broker,
            new LinkSetup(options.Edge, topics.Receipt, presence),
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

    private Task WorkAsync(BrokerConnection connection, CancellationToken cancellationToken) => Together.RunAsync(
        cancellationToken,
        token => _sender.RunAsync(connection, _appended, token),
        token => _receipts.RunAsync(connection, token));

    private static MqttApplicationMessage Status(Topics topics, BoxState state, string bootId) => new MqttApplicationMessageBuilder()
        .WithTopic(topics.Status)
        .WithPayload(JsonSerializer.SerializeToUtf8Bytes(new BoxStatus(state, bootId), ContractsJson.Wire))
        .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
        .WithRetainFlag()
        .Build();
}
