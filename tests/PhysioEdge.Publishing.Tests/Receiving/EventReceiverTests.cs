using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Receiving;

public sealed class EventReceiverTests
{
    [Fact]
    public async Task What_could_not_be_stored_gets_no_receipt_and_is_stored_when_it_comes_again()
    {
        var port = FreePort.Take();
        using var broker = new EmbeddedBroker(new() { Port = port }, NullLogger<EmbeddedBroker>.Instance);
        await broker.StartAsync(TestContext.Current.CancellationToken);
        await using var receiver = await Receiver.StartAsync(port);
        await using var box = await Box.StartConnectedAsync(Box.Outside(port));
        receiver.Execute("CREATE TRIGGER broken BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no room'); END");

        box.Store.Append(TestEvents.RomDeficit("a"));
        var failed = await receiver.Status.WhenAsync(status => status.LastError is not null);
        Assert.Contains("no room", failed.LastError, StringComparison.Ordinal);
        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 1);
        Assert.Equal((0, 1), (box.Status.Value.Receipted, box.Store.ReadStatus().Pending));

        receiver.Execute("DROP TRIGGER broken");
        box.Time.Advance(TimeSpan.FromMinutes(10));
        await box.Status.WhenAsync(status => status.Receipted == 1);
        Assert.Equal(1, receiver.Store.CountEvents());
    }
}
