using System.Globalization;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>The power goes while events are stored and sent.</summary>
internal sealed class ServiceKilled : IFaultScenario
{
    private const int Seed = 11;
    private const int KillsPerStart = 20;

    public string Name => "service-killed";

    public string What => "The service's store and publisher are killed with SIGKILL at a random moment while they store and send; what they had said to be stored is looked for afterwards. The whole service is started after every twentieth kill.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var kills = full ? 1000 : 10;
        using var folder = new LabFolder();
        using var receiverFolder = new LabFolder();
        using var broker = new LabBroker();
        await broker.StartAsync(cancellationToken);
        await using var receiver = await LabReceiver.StartAsync(receiverFolder.Path, broker.Port, TimeProvider.System, cancellationToken);
        var (random, stored, lost, damaged, longest, starts) = (new Random(Seed), new List<string>(), 0, 0, TimeSpan.Zero, 0);
        for (var kill = 1; kill <= kills; kill++)
        {
            var said = await WriteUntilKilledAsync(folder.Path, broker.Port, TimeSpan.FromMilliseconds(random.Next(0, 400)), cancellationToken);
            stored.AddRange(said);
            if (CountMissing(folder.Path, said) is not { } missingNow)
            {
                damaged++;
                break;
            }

            lost += missingNow;
            if (kill % KillsPerStart != 0 && kill != kills)
                continue;
            var start = await StartWholeAsync(folder.Path, broker.Port, cancellationToken);
            (longest, starts) = (start > longest ? start : longest, starts + 1);
            say($"{kill} of {kills} kills, {stored.Count:N0} events");
        }

        if (damaged > 0)
            return [new("databases damaged", N(damaged), "0", false), new("kills until then", N(kills))];
        await using (var box = await LabBox.StartAsync(folder.Path, broker.Port, TimeProvider.System, cancellationToken))
            await box.DrainAsync(cancellationToken);

        var missing = stored.Count(id => !receiver.Store.Has(id));
        return
        [
            new("kills", N(kills)),
            new("events that were said to be stored", N(stored.Count)),
            new("of those missing in the database after the kill", N(lost), "0", lost == 0),
            new("databases damaged", N(damaged), "0", damaged == 0),
            new("of those that the receiver never got", N(missing), "0", missing == 0),
            new("starts of the whole service", N(starts)),
            new("until it was ready, at the longest", string.Create(CultureInfo.InvariantCulture, $"{longest.TotalSeconds:0.0} s"), "< 5 s", full ? longest < TimeSpan.FromSeconds(5) : null),
        ];
    }

    /// <returns>The events that it has said to be stored.</returns>
    private static async Task<List<string>> WriteUntilKilledAsync(string folder, int brokerPort, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var writer = Itself.Start(["bench", "writer", folder, brokerPort.ToString(CultureInfo.InvariantCulture)]);
        await writer.UntilAsync(Writer.Ready, cancellationToken);
        await Task.Delay(patience, TimeProvider.System, cancellationToken);
        writer.Kill();
        var said = new List<string>();
        await foreach (var line in writer.Lines.ReadAllAsync(cancellationToken))
        {
            // A last line may be torn.
            if (line.Split(' ') is ["stored", { Length: 26 } id, _])
                said.Add(id);
        }

        return said;
    }

    /// <returns>How many are not there; null if the database is not whole, which is looked at when it is opened.</returns>
    private static int? CountMissing(string folder, List<string> said)
    {
        try
        {
            using var store = EdgeStore.Open(folder, TimeProvider.System);
            return said.Count(id => store.ReadEvidence(id) is null);
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <summary>The service with its page, its models and a camera that is not there.</summary>
    private static async Task<TimeSpan> StartWholeAsync(string data, int brokerPort, CancellationToken cancellationToken)
    {
        using var folder = new LabFolder();
        LabConfiguration.Write(folder.Path, data, brokerPort);
        var start = TimeProvider.System.GetTimestamp();
        using var service = Itself.Start(["run", "--config", folder.Path]);
        await service.UntilAsync("Running.", cancellationToken);
        return TimeProvider.System.GetElapsedTime(start);
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
