using System.Globalization;
using System.Text;
using PhysioEdge.Contracts;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>Anything at all comes on the topics that a box listens to.</summary>
internal sealed class Fuzz : IFaultScenario
{
    private const int Seed = 7;
    private const int Portions = 50;

    // What a runtime takes and gives back as it likes.
    private const long MostGrowthBytes = 64_000_000;

    private static readonly string[] Good =
    [
        """{"stored":[{"id":"01J9","rev":1}],"time":"2026-11-22T13:43:36Z"}""",
        """{"id":"r-1","event":"01J9","rev":1,"verdict":"confirmed","time":"2026-11-22T13:43:36Z"}""",
        """{"event":"01J9"}""",
        """{"patient":"pt-7f3a","version":1,"exercises":[]}""",
    ];

    public string Name => "fuzz";

    public string What => "Receipts, verdicts and commands that are none, in a flood: random bytes, and good messages with bytes changed, left out and repeated.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var count = full ? 1_000_000 : 6_000;
        using var boxFolder = new LabFolder();
        using var receiverFolder = new LabFolder();
        using var broker = new LabBroker();
        await broker.StartAsync(cancellationToken);
        await using var receiver = await LabReceiver.StartAsync(receiverFolder.Path, broker.Port, TimeProvider.System, cancellationToken);
        await using var box = await LabBox.StartAsync(boxFolder.Path, broker.Port, TimeProvider.System, cancellationToken);
        await box.UntilAsync(status => status.Link.ConnectedSince is not null, cancellationToken);
        var topics = new Topics(LabEvents.Site, LabEvents.Edge);
        string[] properties = ["-D", "publish", "response-topic", topics.Answer("lab"), "-D", "publish", "correlation-data", "c", "-D", "publish", "message-expiry-interval", "60"];
        (string Topic, string[] Options)[] targets =
        [
            (topics.Receipt, []), (topics.Review, []), (topics.Command("evidence"), properties), (topics.Command("unknown"), []),
        ];

        // In portions: a broker drops what queues up beyond its limit, and commands expire.
        var (portion, before) = (count / Portions, 0L);
        for (var done = 1; done <= Portions; done++)
        {
            await FloodAsync(broker.Port, targets, portion, Seed + done, cancellationToken);
            await HandledAsync(box, done * portion, cancellationToken);
            if (done == Portions / 10)
                before = Memory();
            if (done % 10 == 0)
                say($"{done * portion:N0} of {count:N0} messages");
        }

        var growth = Memory() - before;

        var live = box.Store.Append(LabEvents.Make(TimeProvider.System));
        await box.UntilAsync(status => status.Receipted == 1, cancellationToken);
        var status = box.Status.Value;
        if (status.Link.LastError is { } loss)
            say(loss);
        return
        [
            new("messages", N(count)),
            new("refused or not needed, and counted", N(Handled(box)), $"≥ {N(count)}", Handled(box) >= count),
            new("connections lost", N(status.Link.Connections - 1), "0", status.Link.Connections == 1),
            new("an event afterwards is receipted", receiver.Store.Has(live.Id) ? "yes" : "no", "yes", receiver.Store.Has(live.Id)),
            new("memory grown over the last nine tenths", string.Create(CultureInfo.InvariantCulture, $"{growth / 1e6:0.0} MB"), "≤ 64 MB", full ? growth <= MostGrowthBytes : null),
        ];
    }

    private static async Task FloodAsync(int port, (string Topic, string[] Options)[] targets, int count, int seed, CancellationToken cancellationToken) =>
        await Task.WhenAll(targets.Select(async (target, index) =>
        {
            var random = new Random(seed + (100 * index));
            using var cloud = new LabPublisher(port, target.Topic, target.Options);
            for (var i = 0; i < count / targets.Length; i++)
                await cloud.PublishAsync(Make(random), cancellationToken);
            await cloud.FinishAsync(cancellationToken);
        }));

    private static async Task HandledAsync(LabBox box, int count, CancellationToken cancellationToken) =>
        await box.UntilAsync(_ => Handled(box) >= count, cancellationToken);

    private static long Handled(LabBox box) => box.Status.Value is var s
        ? s.MalformedReceipts + s.UnneededReceipts + s.MalformedReviews + s.UnneededReviews + s.RefusedCommands
        : 0;

    private static byte[] Make(Random random)
    {
        if (random.Next(4) == 0)
            return WithoutBreaks(random, Enumerable.Range(0, random.Next(1, 300)).Select(_ => (byte)random.Next(256)));
        var bytes = Encoding.UTF8.GetBytes(Good[random.Next(Good.Length)]).ToList();
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 8)));
                    bytes.Add((byte)'}');
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 30))));
                    break;
                default:
                    bytes.Insert(at, (byte)"{}[]\",:0"[random.Next(8)]);
                    break;
            }
        }

        return WithoutBreaks(random, bytes);
    }

    private static byte[] WithoutBreaks(Random random, IEnumerable<byte> bytes) => [.. bytes.Select(b => b is (byte)'\n' or (byte)'\r' or 0 ? (byte)random.Next(32, 127) : b)];

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
