using System.Globalization;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>A box without a battery for its clock starts in 1970, finds the time later, and is then set an hour forward and back.</summary>
internal sealed class ClockJumps : IFaultScenario
{
    private const string Library = "faketime/libfaketimeMT.so.1";

    private static readonly string[] Clocks = ["@1970-01-02 00:10:00", "+0", "+1h", "-1h"];

    public string Name => "clock-jumps";

    public string What => "The wall clock of the process begins in 1970, jumps to now, an hour ahead and an hour back (libfaketime); events are stored and sent all the while.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var (events, rounds) = (full ? 500 : 30, full ? 10 : 1);
        using var folder = new LabFolder();
        using var receiverFolder = new LabFolder();
        using var clock = new LabFolder();
        using var broker = new LabBroker();
        await broker.StartAsync(cancellationToken);
        await using var receiver = await LabReceiver.StartAsync(receiverFolder.Path, broker.Port, TimeProvider.System, cancellationToken);
        Set(clock, Clocks[0]);
        var (stored, connections, jumps) = (new List<string>(), 0, 0);
        using (var writer = Itself.Start(
            ["bench", "writer", folder.Path, broker.Port.ToString(CultureInfo.InvariantCulture)],
            ("LD_PRELOAD", FindLibrary()),
            ("FAKETIME_TIMESTAMP_FILE", clock.File("now")),
            ("FAKETIME_NO_CACHE", "1"),
            ("DONT_FAKE_MONOTONIC", "1")))
        {
            await writer.UntilAsync(Writer.Ready, cancellationToken);
            for (var round = 0; round < rounds; round++)
            {
                foreach (var time in Clocks)
                {
                    Set(clock, time);
                    jumps++;
                    for (var goal = stored.Count + events; stored.Count < goal;)
                    {
                        var line = await writer.Lines.ReadAsync(cancellationToken);
                        connections += line.StartsWith(Writer.Connected, StringComparison.Ordinal) ? 1 : 0;
                        if (line.Split(' ') is ["stored", { Length: 26 } id, _])
                            stored.Add(id);
                    }
                }

                say($"{round + 1} of {rounds} rounds, {stored.Count:N0} events");
            }
        }

        await using (var box = await LabBox.StartAsync(folder.Path, broker.Port, TimeProvider.System, cancellationToken))
            await box.DrainAsync(cancellationToken);

        var (missing, order) = (stored.Count(id => !receiver.Store.Has(id)), receiver.Store.CountOutOfOrder(long.MaxValue));
        return
        [
            new("jumps of the clock", jumps.ToString(CultureInfo.InvariantCulture)),
            new("events", stored.Count.ToString("N0", CultureInfo.InvariantCulture)),
            new("events lost", missing.ToString(CultureInfo.InvariantCulture), "0", missing == 0),
            new("events out of order at the receiver", order.ToString(CultureInfo.InvariantCulture), "0", order == 0),
            new("connections made again", Math.Max(0, connections - 1).ToString(CultureInfo.InvariantCulture), "≤ 1", connections <= 2),
            new("events whose clock is not marked as synchronised", receiver.Store.CountWithUnsynchronisedClock().ToString("N0", CultureInfo.InvariantCulture), "all, where no time service has set the clock"),
        ];
    }

    private static void Set(LabFolder clock, string time)
    {
        // Read at each look at the clock; a half-written one must not be.
        var next = clock.File("next");
        File.WriteAllText(next, time + "\n");
        File.Move(next, clock.File("now"), overwrite: true);
    }

    private static string FindLibrary() => Directory.GetDirectories("/usr/lib").Select(folder => Path.Combine(folder, Library)).FirstOrDefault(File.Exists)
        ?? throw new InputException("libfaketime is not there: apt-get install libfaketime");
}
