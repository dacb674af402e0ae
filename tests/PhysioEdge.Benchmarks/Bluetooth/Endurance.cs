using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Simulation.Bluetooth;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>Whether anything is lost in a long session.</summary>
internal static class Endurance
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static async Task<Findings> MeasureAsync(BluetoothBench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "A long session",
            $"Two insoles at 100 Hz and a watch for {bench.Endurance.TotalMinutes:0.#} minutes, all peers at the same time. Sent is what the peer counts, received and decoded what the box "
                + "counts; faults are samples that the insole's own counter says are missing within a connection, came twice, or a counter that jumps. A watch has no counter.",
            "Peer and device", "Sent", "Dropped by the peer", "Received", "Decoded", "Samples", "Faults", "Connections");
        var aims = new List<Aim>();
        await section.TryAsync("All", () => bench.WithEachPeerAsync(
            async rigs =>
            {
                await StreamAsync(bench, rigs, cancellationToken);
                foreach (var rig in rigs)
                    aims.Add(await CompareAsync(section, rig, cancellationToken));
            },
            cancellationToken));
        return new Findings([section], aims);
    }

    private static async Task StreamAsync(BluetoothBench bench, IReadOnlyList<Rig> rigs, CancellationToken cancellationToken)
    {
        for (var left = bench.Endurance; left > TimeSpan.Zero; left -= Minute)
        {
            await Task.Delay(left < Minute ? left : Minute, bench.Time, cancellationToken);
            foreach (var rig in rigs)
                await Console.Error.WriteLineAsync($"  {rig.Peer.Name}: {string.Join(", ", rig.Receiver.Counts.Select(c => $"{c.Received} of {c.Device}"))}");
        }
    }

    private static async Task<Aim> CompareAsync(Section section, Rig rig, CancellationToken cancellationToken)
    {
        await rig.Peer.FallSilentAsync(cancellationToken);
        var sent = new Dictionary<string, NotificationCounts>();
        foreach (var device in rig.Peer.Devices)
            sent[device.Id] = await rig.Peer.CountsOfAsync(device.Id, cancellationToken);
        await rig.Receiver.UntilAsync(() => rig.Receiver.Counts.All(c => c.Received >= sent[c.Device].Sent), cancellationToken);
        var all = rig.Receiver.Counts;
        foreach (var c in all)
            section.Add($"{rig.Peer.Name}, {c.Device}", sent[c.Device].Sent, sent[c.Device].Dropped, c.Received, c.Decoded, c.Samples, c.Faults, c.Epoch);
        var lost = all.Sum(c => sent[c.Device].Sent + sent[c.Device].Dropped - c.Decoded + c.Faults) + rig.Receiver.Overflowed;
        return new Aim(
            $"No sample lost within a connection, {rig.Peer.Name}",
            $"{lost} of {all.Sum(c => c.Received)} notifications ({all.Sum(c => c.Samples)} samples of the insoles); {all.Sum(c => c.Epoch - 1)} reconnects",
            lost == 0 && all.All(c => c.Received == sent[c.Device].Sent));
    }
}
