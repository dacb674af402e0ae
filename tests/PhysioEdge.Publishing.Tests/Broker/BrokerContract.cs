using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Broker;

/// <summary>What has to hold at every broker, seen by an independent client.</summary>
public abstract partial class BrokerContract : IAsyncLifetime
{
    private static readonly Topics Topics = new(TestEvents.Site, TestEvents.Edge);

    private protected abstract int Port { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task An_event_is_received_once_and_nothing_but_it_its_receipt_and_the_status_is()
    {
        using var client = await MosquittoSubscriber.StartAsync(Port, "#", Cancellation);
        await using var receiver = await Receiver.StartAsync(Port);
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port));

        var stored = box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.Receipted == 1);
        await box.StopAsync();

        var seen = await client.NextAsync(4, Cancellation);
        Assert.Equal(
            [Topics.Status, Topics.Event(EventKinds.RangeOfMotionDeficit), Topics.Receipt, Topics.Status],
            seen.Select(message => message.Topic));
        Assert.Equal($$"""{"state":"online","boot_id":"{{stored.Data.BootId}}"}""", seen[0].Payload);
        Assert.Equal(new SeenMessage(seen[1].Topic, Encoding.UTF8.GetString(EventPayload.Write(stored)), 1, Retained: false, "application/cloudevents+json"), seen[1]);
        Assert.StartsWith("""{"stored":[{"id":"a","rev":1}],"time":""", seen[2].Payload, StringComparison.Ordinal);
        Assert.Equal($$"""{"state":"stopped","boot_id":"{{stored.Data.BootId}}"}""", seen[3].Payload);
        Assert.Equal([EventPayload.Write(stored)], receiver.Read<byte[]>("SELECT payload FROM event"));
    }

    [Fact]
    public async Task A_row_stays_after_the_brokers_acknowledgement_and_goes_on_the_receipt()
    {
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port));
        box.Store.Append(TestEvents.RomDeficit("a"));

        var sent = await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 1);
        Assert.Equal((1, 0), (sent.WithoutSubscriber, sent.Receipted));
        Assert.Equal(1, box.Store.ReadStatus().Pending);

        await SendReceiptAsync(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.Receipted == 1);
        Assert.Equal(0, box.Store.ReadStatus().Pending);
    }

    [Fact]
    public async Task What_nobody_received_is_sent_again_after_ten_minutes_and_then_receipted()
    {
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port));
        box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.WithoutSubscriber == 1);
        await using var receiver = await Receiver.StartAsync(Port);

        box.Time.Advance(TimeSpan.FromMinutes(10));

        var done = await box.Status.WhenAsync(status => status.Receipted == 1);
        Assert.Equal((2, 1), (done.Sent, done.Resent));
        Assert.Equal(0, box.Store.ReadStatus().Pending);
        Assert.Equal(1, receiver.Store.CountEvents());
    }

    [Fact]
    public async Task Events_arrive_in_the_order_in_which_they_were_stored()
    {
        using var client = await MosquittoSubscriber.StartAsync(Port, Topics.EveryEvent, Cancellation);
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port));

        foreach (var number in Enumerable.Range(1, 100))
            box.Store.Append(TestEvents.RomDeficit($"e{number}"));

        var seen = await client.NextAsync(100, Cancellation);
        Assert.Equal(
            Enumerable.Range(1, 100),
            seen.Select(message => JsonDocument.Parse(message.Payload).RootElement.GetProperty("data").GetProperty("seq").GetInt32()));
    }

    [Fact]
    public async Task A_cut_connection_is_told_by_the_will_and_what_was_under_way_is_sent_again_over_the_next_one()
    {
        using var network = new TcpProxy(Port);
        using var client = await MosquittoSubscriber.StartAsync(Port, Topics.Status, Cancellation);
        await using var box = await Box.StartConnectedAsync(Box.Outside(network.Port));
        box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 1);

        network.Cut();
        Assert.Equal(["online", "offline"], (await client.NextAsync(2, Cancellation)).Select(StateIn));
        await box.ReconnectAsync();

        await box.Status.WhenAsync(status => status.Resent == 1);
        Assert.Equal("online", StateIn(await client.NextAsync(Cancellation)));
        using var later = await MosquittoSubscriber.StartAsync(Port, Topics.Status, Cancellation);
        var kept = await later.NextAsync(Cancellation);
        Assert.Equal(("online", true), (StateIn(kept), kept.Retained));
    }

    [Fact]
    public async Task A_link_that_swallows_everything_is_dropped_five_seconds_after_the_first_unanswered_message()
    {
        using var network = new TcpProxy(Port);
        await using var box = await Box.StartConnectedAsync(Box.Outside(network.Port));

        network.Swallows = true;
        box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.Sent == 1);
        box.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.NotNull(box.Status.Value.Link.ConnectedSince);
        box.Time.Advance(TimeSpan.FromSeconds(0.1));

        var lost = await box.Status.WhenAsync(status => status.Link.ConnectedSince is null);
        Assert.EndsWith("did not answer a message within 5 s.", lost.Link.LastError, StringComparison.Ordinal);
        network.Swallows = false;
        await box.ReconnectAsync();
        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 1);
    }

    [Fact]
    public async Task Receipts_that_are_none_are_counted_and_told_and_the_next_good_one_is_taken()
    {
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port));
        box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 1);

        foreach (var payload in new[] { "Erika Mustermann", "{}", "{\"stored\":[null]}", new string('[', 1000) })
            await MosquittoPublisher.PublishAsync(Port, Topics.Receipt, payload, Cancellation);
        await SendReceiptAsync(TestEvents.RomDeficit("a"));

        var done = await box.Status.WhenAsync(status => status.Receipted == 1);
        Assert.Equal(4, done.MalformedReceipts);
        Assert.Equal(4, box.Log.Lines.Count(line => line.StartsWith("A message on the receipt topic is no receipt:", StringComparison.Ordinal)));
        Assert.DoesNotContain(box.Log.Lines, line => line.Contains("Erika", StringComparison.Ordinal));
        Assert.Equal(0, box.Store.ReadStatus().Pending);
    }

    [Fact]
    public async Task Receipts_twice_out_of_order_and_for_unknown_events_do_no_harm()
    {
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port));
        foreach (var name in new[] { "a", "b", "c" })
            box.Store.Append(TestEvents.RomDeficit(name));
        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 3);

        foreach (var name in new[] { "c", "unknown", "c", "a" })
            await SendReceiptAsync(TestEvents.RomDeficit(name));

        await box.Status.WhenAsync(status => status is { Receipted: 2, UnneededReceipts: 2 });
        Assert.Equal(1, box.Store.ReadStatus().Pending);
        await SendReceiptAsync(TestEvents.RomDeficit("b"));
        await box.Status.WhenAsync(status => status.Receipted == 3);
        Assert.Equal(0, box.Store.ReadStatus().Pending);
    }

    [Fact]
    public async Task What_is_no_event_is_set_aside_by_the_receiver_with_the_reason_and_gets_no_receipt()
    {
        using var client = await MosquittoSubscriber.StartAsync(Port, "pe/v1/+/+/receipt", Cancellation);
        await using var receiver = await Receiver.StartAsync(Port);
        var stored = TestEvents.RomDeficit("a");
        var good = Encoding.UTF8.GetString(EventPayload.Write(stored with { Data = stored.Data with { BootId = "boot" } }));

        await MosquittoPublisher.PublishAsync(Port, Topics.Event("rom.deficit"), "no event", Cancellation);
        await MosquittoPublisher.PublishAsync(Port, "pe/v1/clinic-01/edge-0002/event/rom.deficit", good, Cancellation);
        await MosquittoPublisher.PublishAsync(Port, Topics.Event("rom.deficit"), good, Cancellation);
        await MosquittoPublisher.PublishAsync(Port, Topics.Event("rom.deficit"), good, Cancellation);

        await receiver.Status.WhenAsync(status => status is { Stored: 1, Duplicates: 1, Malformed: 2 });
        Assert.Equal(
            ["not the JSON that was agreed", "source is not urn:pe:edge-0002, as the topic has it"],
            receiver.Read<string>("SELECT reason FROM malformed ORDER BY number"));
        Assert.All(await client.NextAsync(1, Cancellation), message => Assert.Equal(Topics.Receipt, message.Topic));
    }

    [Fact]
    public async Task A_receipt_given_while_the_box_was_away_is_kept_for_it()
    {
        using var network = new TcpProxy(Port);
        await using var box = await Box.StartConnectedAsync(Box.Outside(network.Port));
        box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 1);
        network.Cut();
        await box.Status.WhenAsync(status => status.Link.RetryAt is not null);

        await SendReceiptAsync(TestEvents.RomDeficit("a"));
        await box.ReconnectAsync();

        await box.Status.WhenAsync(status => status.Receipted == 1);
        Assert.Equal(0, box.Store.ReadStatus().Pending);
    }

    [Fact]
    public async Task Two_boxes_with_the_same_name_are_told_so()
    {
        await using var first = await Box.StartConnectedAsync(Box.Outside(Port));
        await using var second = await Box.StartConnectedAsync(Box.Outside(Port));

        var lost = await first.Status.WhenAsync(status => status.Link.RetryAt is not null);

        Assert.Contains("is there a second box with this edge name?", lost.Link.LastError, StringComparison.Ordinal);
    }

    private static string? StateIn(SeenMessage message) => JsonDocument.Parse(message.Payload).RootElement.GetProperty("state").GetString();

    private Task SendReceiptAsync(FlaggedEvent flagged) => MosquittoPublisher.PublishAsync(
        Port, Topics.Receipt, JsonSerializer.Serialize(TestEvents.ReceiptFor(flagged), ContractsJson.Wire), Cancellation);

    public sealed class AtMosquitto : BrokerContract
    {
        private Mosquitto? _broker;

        private protected override int Port => _broker!.Port;

        public override async ValueTask InitializeAsync() => _broker = await Mosquitto.StartAsync(Cancellation);

        public override ValueTask DisposeAsync()
        {
            _broker?.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    public sealed class AtTheEmbeddedBroker : BrokerContract
    {
        private readonly EmbeddedBroker _broker;

        public AtTheEmbeddedBroker() => _broker = new EmbeddedBroker(new() { Port = Port }, NullLogger<EmbeddedBroker>.Instance);

        private protected override int Port { get; } = FreePort.Take();

        public override async ValueTask InitializeAsync() => await _broker.StartAsync(Cancellation);

        public override async ValueTask DisposeAsync()
        {
            await _broker.StopAsync(CancellationToken.None);
            _broker.Dispose();
        }
    }
}
