using System.Collections.Concurrent;
using System.Net;
using MQTTnet.Protocol;
using MQTTnet.Server;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Outbox;

public sealed class OutboxSenderTests
{
    [Fact]
    public async Task A_broker_that_cannot_just_now_is_asked_again_after_a_pause_from_the_first_row_it_did_not_take()
    {
        var port = FreePort.Take();
        using var broker = CreateBroker(port);
        var taken = new ConcurrentQueue<long>();
        var bytes = 0L;
        var full = true;
        broker.InterceptingPublishAsync += message =>
        {
            if (!EventReader.TryRead(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload.FirstSpan, out var flagged, out _))
                return Task.CompletedTask;
            Interlocked.Add(ref bytes, message.ApplicationMessage.Payload.Length);
            if (flagged.Data.Seq == 2 && Interlocked.Exchange(ref full, false))
                message.Response.ReasonCode = MqttPubAckReasonCode.QuotaExceeded;
            else
                taken.Enqueue(flagged.Data.Seq);
            return Task.CompletedTask;
        };
        await using var box = await Box.StartAsync(Box.Outside(port));
        foreach (var name in new[] { "a", "b", "c" })
            box.Store.Append(TestEvents.RomDeficit(name));
        await box.Status.WhenAsync(status => status.Link.RetryAt is not null);
        await broker.StartAsync();
        await box.ReconnectAsync();

        var paused = await box.Status.WhenAsync(status => status.LastError is not null);
        Assert.Equal($"The broker at 127.0.0.1:{port} refuses messages to pe/v1/clinic-01/edge-0001/event/rom.deficit: QuotaExceeded.", paused.LastError);
        Assert.Equal([1, 3], taken);

        box.Time.Advance(TimeSpan.FromSeconds(1));
        var done = await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 3);
        Assert.Equal([1, 3, 2], taken);
        Assert.Equal((4, 0), (done.Sent, done.Refused));
        Assert.Equal(bytes, done.SentBytes);
        await broker.StopAsync(new MqttServerStopOptions());
    }

    [Fact]
    public async Task What_is_found_while_a_backlog_is_sent_does_not_wait_for_it()
    {
        var port = FreePort.Take();
        using var broker = CreateBroker(port);
        const int backlog = 1000;
        var (arrived, reached, release) = (new ConcurrentQueue<string>(), new TaskCompletionSource(), new TaskCompletionSource());
        broker.InterceptingPublishAsync += async message =>
        {
            if (!EventReader.TryRead(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload.FirstSpan, out var flagged, out _))
                return;
            arrived.Enqueue(flagged.Id);
            if (flagged.Data.Seq != 100)
                return;
            reached.TrySetResult();
            await release.Task;
        };
        await using var box = await Box.StartAsync(Box.Outside(port));
        foreach (var number in Enumerable.Range(1, backlog))
            box.Store.Append(TestEvents.RomDeficit($"e{number}"));
        await box.Status.WhenAsync(status => status.Link.RetryAt is not null);
        await broker.StartAsync();
        await box.ReconnectAsync();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        box.Store.Append(TestEvents.RomDeficit("live"));
        release.SetResult();

        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == backlog + 1);
        var order = arrived.ToList();
        Assert.InRange(order.IndexOf("live"), 100, backlog - 1);
        Assert.Equal(Enumerable.Range(1, backlog).Select(number => $"e{number}"), order.Where(id => id != "live"));
        await broker.StopAsync(new MqttServerStopOptions());
    }

    private static MqttServer CreateBroker(int port) => new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
        .WithDefaultEndpoint()
        .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
        .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
        .WithDefaultEndpointPort(port)
        .Build());
}
