using System.Globalization;
using PhysioEdge.Benchmarks.Report;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>The daemon, and the bus, killed again and again.</summary>
internal static class Kills
{
    private const int Count = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>So long all is well before the next one.</summary>
    private static readonly TimeSpan Peace = TimeSpan.FromSeconds(1);

    public static async Task<Findings> MeasureAsync(BluetoothBench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "The daemon and the bus killed",
            $"{Count} times each, and started again at once. The time runs from the kill until the last of the three devices has notified again, the peer's own start included; "
                + "in the last two columns, from when org.bluez was on the bus again. Faults: of the counter within a connection.",
            "Peer, killed", "Median, s", "Longest, s", "Faults", "Match rules", "Of it without the start, median, s", "Longest, s");
        var aims = new List<Aim>();
        await section.TryAsync("All", () => bench.WithEachPeerAsync(
            async rigs =>
            {
                var before = Holdings.Now();
                foreach (var row in (await Task.WhenAll(rigs.Select(rig => KillBothAsync(rig, bench.Time, cancellationToken)))).SelectMany(r => r))
                {
                    section.Add(row.What, row.Whole.Median, row.Whole.Longest, row.Faults, $"{row.MatchesBefore} → {row.MatchesAfter}", row.Rest.Median, row.Rest.Longest);
                    aims.Add(AimOf(row));
                }

                var after = Holdings.Now();
                aims.Add(new Aim("No leaked handles after the kills", $"{before.Handles} → {after.Handles}", after.Handles <= before.Handles));
            },
            cancellationToken));
        return new Findings([section], aims);
    }

    private static Aim AimOf(Row row) => new(
        $"{Count} times killed, back within {Longest.TotalSeconds:0} s: {row.What}",
        string.Create(CultureInfo.InvariantCulture, $"{row.Whole.Count} times, the longest {row.Whole.Longest:F2} s"),
        row.Whole.Count == Count && row.Whole.Longest <= Longest.TotalSeconds && row.Faults == 0 && row.MatchesAfter == row.MatchesBefore);

    private static async Task<Row[]> KillBothAsync(Rig rig, TimeProvider time, CancellationToken cancellationToken) =>
    [
        await KillAsync(rig, "daemon", rig.Peer.KillDaemonAsync, rig.Peer.StartDaemonAsync, time, cancellationToken),
        await KillAsync(rig, "bus", rig.Peer.KillBusAsync, rig.Peer.StartBusAsync, time, cancellationToken),
    ];

    private static async Task<Row> KillAsync(
        Rig rig, string what, Func<Task> kill, Func<CancellationToken, Task> start, TimeProvider time, CancellationToken cancellationToken)
    {
        var (whole, rest, matches) = (new List<TimeSpan>(), new List<TimeSpan>(), (await rig.Peer.ReadUseAsync(cancellationToken)).Matches);
        for (var i = 0; i < Count; i++)
        {
            await Task.Delay(Peace, time, cancellationToken);
            var (counts, killed) = (rig.Receiver.Counts, rig.Receiver.Now);
            await kill();
            await start(cancellationToken);
            var started = rig.Receiver.Now;
            var back = await rig.Receiver.UntilStreamsAsync(counts, cancellationToken);
            whole.Add(back - killed);
            rest.Add(back - started);
        }

        await Console.Error.WriteLineAsync($"  {rig.Peer.Name}: {what} killed {Count} times");
        await Task.Delay(Peace, time, cancellationToken);
        return new Row(
            $"{rig.Peer.Name}, {what}", new Durations(whole), new Durations(rest), rig.Receiver.Counts.Sum(c => c.Faults), matches, (await rig.Peer.ReadUseAsync(cancellationToken)).Matches);
    }

    private sealed record Row(string What, Durations Whole, Durations Rest, long Faults, long MatchesBefore, long MatchesAfter);
}
