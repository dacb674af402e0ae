using System.Globalization;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Storage;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>The disk fills up, and later somebody makes room.</summary>
internal sealed class DiskFull : IFaultScenario
{
    private const int DiskMegabytes = 64;

    // Not more than what is left of the disk once the ballast is given up.
    private const int MostEvents = 100_000;

    public string Name => "disk-full";

    public string What => $"The data is on a disk of {DiskMegabytes} MB that another program fills; later somebody makes room. Needs root.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        using var folder = new LabFolder();
        using var receiverFolder = new LabFolder();
        using var broker = new LabBroker();
        await using var disk = await Disk.MountAsync(folder.Path, DiskMegabytes, cancellationToken);
        await broker.StartAsync(cancellationToken);
        await using var receiver = await LabReceiver.StartAsync(receiverFolder.Path, broker.Port, TimeProvider.System, cancellationToken);

        // A receipt that cannot be noted on a full disk comes again with its event, after ten minutes.
        await using var box = await LabBox.StartAsync(disk.Path, broker.Port, new FastTime(30), cancellationToken);
        var stored = new List<string>();
        Store(box, stored, 100);
        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System))
        {
            while (!File.Exists(Path.Combine(disk.Path, Storage.Room.Ballast.FileName)))
                await timer.WaitForNextTickAsync(cancellationToken);
        }

        disk.Fill();
        var first = stored.Count;
        var refusal = StoreUntilRefused(box, stored);
        var onBallast = stored.Count - first;
        say($"{onBallast:N0} events on the full disk before one was refused");
        disk.Empty();
        Store(box, stored, 100);

        await box.DrainAsync(cancellationToken);
        var missing = stored.Count(id => !receiver.Store.Has(id));
        return
        [
            new("events stored on the full disk, on the room of the ballast", N(onBallast), "≥ 1", onBallast >= 1),
            new("the first refusal", refusal?.Split(disk.Path).Aggregate((a, b) => $"{a}…{b}") ?? "none", "says that the disk is full", refusal?.Contains("is full", StringComparison.Ordinal) == true),
            new("stored again by itself afterwards", "yes", "yes", true),
            new("events said to be stored", N(stored.Count)),
            new("of those that the receiver never got", N(missing), "0", missing == 0),
        ];
    }

    private static void Store(LabBox box, List<string> stored, int count)
    {
        for (var i = 0; i < count; i++)
            stored.Add(box.Store.Append(LabEvents.Make(TimeProvider.System)).Id);
    }

    private static string? StoreUntilRefused(LabBox box, List<string> stored)
    {
        try
        {
            Store(box, stored, MostEvents);
            return null;
        }
        catch (StoreException exception)
        {
            return exception.Message;
        }
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A disk in memory.</summary>
    private sealed class Disk : IAsyncDisposable
    {
        private readonly string _fill;

        private Disk(string path) => (Path, _fill) = (path, System.IO.Path.Combine(path, "somebody-elses"));

        public string Path { get; }

        public static async Task<Disk> MountAsync(string path, int megabytes, CancellationToken cancellationToken)
        {
            await RunAsync("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "physioedge-faults", path], cancellationToken);
            return new Disk(path);
        }

        public void Fill()
        {
            using var file = new FileStream(_fill, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                while (true)
                    file.Write(new byte[4096]);
            }
            catch (IOException)
            {
                // Now it is full.
            }
        }

        public void Empty() => File.Delete(_fill);

        public async ValueTask DisposeAsync() => await RunAsync("umount", ["-l", Path], CancellationToken.None);

        private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var error = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new InputException($"{program} {string.Join(' ', arguments)}: {error.Trim()} This needs root, and a machine that lets it mount.");
        }
    }
}
