using System.Globalization;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Storage;

namespace PhysioEdge.Appliance.Faults;

/// <summary>The part of the service that must not lose anything, as a program of its own: stores events one after the other, and says of each when it is stored.</summary>
internal static class Writer
{
    public const string Ready = "ready";
    public const string Stored = "stored ";
    public const string Refused = "refused ";
    public const string Connected = "connected ";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <param name="folder">The data folder.</param>
    /// <param name="brokerPort">The broker's port on this machine.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    public static async Task RunAsync(string folder, int brokerPort, CancellationToken cancellationToken)
    {
        var (output, clock) = (Console.Out, new WallClock(TimeProvider.System));
        await using var box = await LabBox.StartAsync(folder, brokerPort, TimeProvider.System, cancellationToken);
        var connections = 0L;
        box.Status.Changed += status =>
        {
            if (Interlocked.Exchange(ref connections, status.Link.Connections) != status.Link.Connections)
                output.WriteLine($"{Connected}{status.Link.Connections}");
        };
        await output.WriteLineAsync(Ready);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var stored = box.Store.Append(LabEvents.Make(TimeProvider.System, clock.IsSynchronised));
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Stored}{stored.Id} {stored.Data.Seq}"));
            }
            catch (StoreException exception)
            {
                await output.WriteLineAsync($"{Refused}{exception.Message}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
