using System.Globalization;
using System.Text.Json;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>Nobody listens; then receipts come as they should not.</summary>
internal sealed class Receipts : IFaultScenario
{
    public string Name => "receipts";

    public string What => "Events are acknowledged by a broker at which nobody listens; then receipts come late, in the wrong order, twice and for unknown events.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var count = full ? 10_000 : 200;
        using var folder = new LabFolder();
        using var broker = new LabBroker();
        await broker.StartAsync(cancellationToken);
        await using var box = await LabBox.StartAsync(folder.Path, broker.Port, TimeProvider.System, cancellationToken);
        var events = Enumerable.Range(0, count).Select(_ => box.Store.Append(LabEvents.Make(TimeProvider.System))).ToList();
        await box.UntilAsync(status => status.AcknowledgedByBroker == count, cancellationToken);
        var waited = box.Store.ReadStatus().Pending;
        say($"{waited} of {count} rows stay without a receipt");

        using var cloud = new LabPublisher(broker.Port, new Topics(LabEvents.Site, LabEvents.Edge).Receipt);
        foreach (var late in Enumerable.Reverse(events))
        {
            await cloud.PublishAsync(ReceiptFor(late.Id), cancellationToken);
            await cloud.PublishAsync(ReceiptFor(late.Id), cancellationToken);
            await cloud.PublishAsync(ReceiptFor($"{late.Id}-unknown"), cancellationToken);
        }

        await cloud.FinishAsync(cancellationToken);
        await box.UntilAsync(status => status.Receipted + status.UnneededReceipts == 3 * count, cancellationToken);
        var (left, done) = (box.Store.ReadStatus().Pending, box.Status.Value);
        return
        [
            new("events", N(count)),
            new("rows that stay without a receipt", N(waited), N(count), waited == count),
            new("rows left after the receipts", N(left), "0", left == 0),
            new("receipts taken", N(done.Receipted), N(count), done.Receipted == count),
            new("receipts that were not needed, and counted", N(done.UnneededReceipts), N(2 * count), done.UnneededReceipts == 2 * count),
        ];
    }

    private static byte[] ReceiptFor(string id) =>
        JsonSerializer.SerializeToUtf8Bytes(new Receipt([new StoredRevision(id, 1)], TimeProvider.System.GetUtcNow()), ContractsJson.Wire);

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
