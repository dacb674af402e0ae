using System.Globalization;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>A day's events have waited for the broker, and new ones come meanwhile.</summary>
internal sealed class Drain : IFaultScenario
{
    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(250);

    public string Name => "drain";

    public string What => "The broker was away; when it is back, what has waited is sent in order, and new events are found four times a second meanwhile.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var rows = full ? 100_000 : 3_000;
        using var boxFolder = new LabFolder();
        using var receiverFolder = new LabFolder();
        using var broker = new LabBroker();
        await using (var before = await LabBox.StartAsync(boxFolder.Path, broker.Port, TimeProvider.System, cancellationToken))
        {
            for (var row = 1; row <= rows; row++)
            {
                before.Store.Append(LabEvents.Make(TimeProvider.System));
                if (row % 10_000 == 0)
                    say($"{row:N0} of {rows:N0} events stored");
            }
        }

        await broker.StartAsync(cancellationToken);
        await using var receiver = await LabReceiver.StartAsync(receiverFolder.Path, broker.Port, TimeProvider.System, cancellationToken);
        var start = TimeProvider.System.GetTimestamp();
        await using var box = await LabBox.StartAsync(boxFolder.Path, broker.Port, TimeProvider.System, cancellationToken);
        await box.UntilAsync(status => status.Sent > 0, cancellationToken);
        var delays = new List<TimeSpan>();
        while (receiver.Status.Value.Stored < rows + delays.Count)
            delays.Add(await LiveAsync(box, receiver, cancellationToken));
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        say($"{rows:N0} rows in {seconds:N1} s");

        var order = receiver.Store.CountOutOfOrder(rows);
        delays.Sort();
        return
        [
            new("rows that waited", rows.ToString("N0", CultureInfo.InvariantCulture)),
            new("rows a second, receipts included", (rows / seconds).ToString("N0", CultureInfo.InvariantCulture), "≥ 2,000", full ? rows / seconds >= 2000 : null),
            new("rows of the backlog out of order", order.ToString(CultureInfo.InvariantCulture), "0", order == 0),
            new("new events meanwhile", delays.Count.ToString(CultureInfo.InvariantCulture)),
            new("until such a one was stored by the receiver, median", Ms(delays[delays.Count / 2])),
            new("the longest", Ms(delays[^1]), "≤ 2000 ms", full ? delays[^1] <= TimeSpan.FromSeconds(2) : null),
        ];
    }

    /// <summary>Stores one event and waits until the receiver has it.</summary>
    private static async Task<TimeSpan> LiveAsync(LabBox box, LabReceiver receiver, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        var start = TimeProvider.System.GetTimestamp();
        var live = box.Store.Append(LabEvents.Make(TimeProvider.System));
        while (!receiver.Store.Has(live.Id))
            await timer.WaitForNextTickAsync(cancellationToken);
        var delay = TimeProvider.System.GetElapsedTime(start);
        if (LiveInterval - delay is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest, TimeProvider.System, cancellationToken);
        return delay;
    }

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
