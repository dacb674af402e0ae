using System.Globalization;
using PhysioEdge.Benchmarks.Bluetooth.Peers;
using PhysioEdge.Benchmarks.Report;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>Links that break again and again: how fast they are back, and what is left behind.</summary>
internal static class Flaps
{
    private const int WarmUp = 40;
    private const int Count = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public static async Task<Findings> MeasureAsync(BluetoothBench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "Flapping links",
            $"{Count} times the link of an insole breaks, the left and the right in turn; the time runs from there to the first notification of the new subscription. "
                + "Faults: of the counter within a connection, and connections of the devices that were left alone.",
            "Peer", "Median, s", "99 %, s", "Longest, s", "Faults", "Clients", "Match rules", "Subscriptions");
        var left = new Section(
            "What is left of the flaps",
            $"This process, which has the fake in it too, before and after {Count} flaps of each peer at once; a leaked task would show in the heap or hold a timer.",
            "", "Before", "After");
        var aims = new List<Aim>();
        await section.TryAsync("All", () => bench.WithEachPeerAsync(
            async rigs =>
            {
                await Task.WhenAll(rigs.Select(rig => FlapAsync(rig, WarmUp, cancellationToken)));
                await Task.Delay(Settling, bench.Time, cancellationToken);
                var before = Holdings.Now();
                foreach (var row in await Task.WhenAll(rigs.Select(rig => MeasureAsync(rig, bench.Time, cancellationToken))))
                {
                    section.Add(row.Peer, row.Times.Median, row.Times.Quantile(0.99), row.Times.Longest, row.Faults, row.Uses(u => u.Clients), row.Uses(u => u.Matches), row.Uses(u => u.Subscriptions));
                    aims.AddRange(AimsOf(row));
                }

                aims.Add(Compare(left, before, Holdings.Now(), Count * rigs.Count));
            },
            cancellationToken));
        return new Findings([section, left], aims);
    }

    private static async Task<Row> MeasureAsync(Rig rig, TimeProvider time, CancellationToken cancellationToken)
    {
        var (use, counts) = (await rig.Peer.ReadUseAsync(cancellationToken), rig.Receiver.Counts);
        var times = await FlapAsync(rig, Count, cancellationToken);
        await Task.Delay(Settling, time, cancellationToken);
        var faults = rig.Receiver.Counts.Sum(c => c.Faults) + rig.Receiver.Counts.Sum(c => c.Epoch) - counts.Sum(c => c.Epoch) - Count;
        return new Row(rig.Peer.Name, new Durations(times), faults, use, await rig.Peer.ReadUseAsync(cancellationToken));
    }

    private static async Task<List<TimeSpan>> FlapAsync(Rig rig, int count, CancellationToken cancellationToken)
    {
        var times = new List<TimeSpan>(count);
        for (var i = 0; i < count; i++)
        {
            var device = i % 2 == 0 ? Peer.Left : Peer.Right;
            var (counts, broken) = (rig.Receiver.CountsOf(device), rig.Receiver.Now);
            await rig.Peer.DropLinkAsync(device, cancellationToken);
            times.Add(await rig.Receiver.UntilStreamsAsync([counts], cancellationToken) - broken);
        }

        return times;
    }

    private static IEnumerable<Aim> AimsOf(Row row)
    {
        yield return new Aim(
            $"{Count} flaps, re-subscribed within {Longest.TotalSeconds:0} s each, {row.Peer}",
            string.Create(CultureInfo.InvariantCulture, $"{row.Times.Count} flaps, the longest {row.Times.Longest:F2} s"),
            row.Times.Count == Count && row.Times.Longest <= Longest.TotalSeconds && row.Faults == 0);
        yield return new Aim($"No leaked match rules, clients and subscriptions, {row.Peer}", row.Before == row.After ? "as before" : "not as before", row.Before == row.After);
    }

    private static Aim Compare(Section left, Holdings before, Holdings after, int flaps)
    {
        left.Add("Open handles", before.Handles, after.Handles);
        left.Add("Running timers", before.Timers, after.Timers);
        left.Add("Threads of the pool", before.Threads, after.Threads);
        left.Add("Heap after a full collection, kB", before.HeapBytes / 1e3, after.HeapBytes / 1e3);
        var (timers, bytes) = ((double)(after.Timers - before.Timers) / flaps, (double)(after.HeapBytes - before.HeapBytes) / flaps);
        return new Aim(
            "No leaked handles and tasks",
            string.Create(CultureInfo.InvariantCulture, $"{after.Handles - before.Handles:+0;-0;0} handles; per flap {timers:F2} timers and {bytes:F0} bytes"),
            after.Handles <= before.Handles && timers < LeastLeak.Timers && bytes < LeastLeak.Bytes);
    }

    /// <summary>A task that is leaked with each flap is at least this.</summary>
    private static class LeastLeak
    {
        public const double Timers = 0.1;
        public const double Bytes = 72;
    }

    private sealed record Row(string Peer, Durations Times, long Faults, BusUse Before, BusUse After)
    {
        public string Uses(Func<BusUse, long?> what) => what(Before) is null ? "not told" : $"{what(Before)} → {what(After)}";
    }
}
