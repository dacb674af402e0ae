using System.Text.Json;
using MQTTnet;
using MQTTnet.Protocol;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Publishing.Outbox;

namespace PhysioEdge.Publishing.Health;

/// <summary>
/// Says how the box and its sources are, retained: all of it at each connect, the box's health each minute and as soon as it is another
/// level or the privacy switch is used, a source's state when it changes.
/// </summary>
internal sealed class HealthSender(IBoxReport report, Topics topics, LiveStatus<PublisherStatus> status, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Runs for as long as the connection lasts.</summary>
    /// <exception cref="BrokerException">The broker did not answer.</exception>
    public async Task RunAsync(BrokerConnection connection, CancellationToken cancellationToken)
    {
        var (said, before, saidAt) = (new Dictionary<string, (string State, string? Reason)>(StringComparer.Ordinal), default((HealthLevel, bool)?), 0L);
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            foreach (var source in report.Sources().Where(source => !said.TryGetValue(source.Source, out var last) || last != (source.State, source.Reason)))
            {
                await SayAsync(topics.SourceStatus(source.Source), source, connection, cancellationToken);
                said[source.Source] = (source.State, source.Reason);
            }

            var health = report.Health();
            if ((health.State, health.Private) == before && time.GetElapsedTime(saidAt) < Interval)
                continue;
            await SayAsync(topics.Health, health, connection, cancellationToken);
            (before, saidAt) = ((health.State, health.Private), time.GetTimestamp());
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    // Not being allowed to say how it is does not keep a box from sending events.
    private async Task SayAsync<T>(string topic, T what, BrokerConnection connection, CancellationToken cancellationToken)
    {
        var message = new MqttApplicationMessageBuilder()
            .WithTopic(topic)
            .WithPayload(JsonSerializer.SerializeToUtf8Bytes(what, ContractsJson.Wire))
            .WithContentType("application/json")
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithRetainFlag()
            .Build();
        var code = await connection.PublishAsync(message, cancellationToken);
        if (PublishAnswers.Of(code) != PublishAnswer.Accepted)
            status.Update(now => now with { LastError = $"The broker refuses messages to {topic}: {code}." });
    }
}
