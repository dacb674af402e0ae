using System.Globalization;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>The disk fails now and then.</summary>
internal sealed class IoErrors : IFaultScenario
{
    private static readonly (string Call, string Error)[] Faults =
    [
        ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fsync", "EIO"), ("pwrite64", "EROFS"),
    ];

    public string Name => "io-errors";

    public string What => "One in so many calls that write or flush the store fails with EIO (a bad disk), ENOSPC (a full one) or EROFS (one that was remounted read-only), injected by strace, while events are stored.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var events = full ? 500 : 20;
        var measures = new List<FaultMeasure>();
        using var broker = new LabBroker();
        await broker.StartAsync(cancellationToken);
        foreach (var (call, error) in full ? Faults : Faults[..1])
        {
            using var folder = new LabFolder();
            var (stored, refused) = (new List<string>(), 0);
            var (program, arguments) = Itself.With("bench", "writer", folder.Path, broker.Port.ToString(CultureInfo.InvariantCulture));
            using (var writer = LabProgram.Start("strace", "strace", ["-f", "-qq", "-o", "/dev/null", "-P", folder.File(EdgeStore.FileName), "-P", folder.File(EdgeStore.FileName + "-wal"), "-e", $"trace={call}", "-e", $"inject={call}:error={error}:when=60+97", program, .. arguments]))
            {
                await writer.UntilAsync(Writer.Ready, cancellationToken);
                while (stored.Count < events || refused == 0)
                {
                    var line = await writer.Lines.ReadAsync(cancellationToken);
                    if (line.Split(' ') is ["stored", { Length: 26 } id, _])
                        stored.Add(id);
                    else if (line.StartsWith(Writer.Refused, StringComparison.Ordinal))
                        refused++;
                    if (stored.Count + refused > 20 * events)
                        break;
                }
            }

            using var store = EdgeStore.Open(folder.Path, TimeProvider.System);
            var missing = stored.Count(id => store.ReadEvidence(id) is null);
            say($"{call} {error}: {stored.Count:N0} stored, {refused:N0} refused");
            measures.Add(new($"{call} fails with {error}: events stored", stored.Count.ToString("N0", CultureInfo.InvariantCulture)));
            measures.Add(new($"{call} fails with {error}: events refused, and said so", refused.ToString("N0", CultureInfo.InvariantCulture)));
            measures.Add(new($"{call} fails with {error}: events said to be stored that are not there", missing.ToString(CultureInfo.InvariantCulture), "0", missing == 0));
        }

        return measures;
    }
}
