using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Commands;

/// <summary>Shows each change of a link as it happens, and once per second how much has come.</summary>
internal static class DeviceWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(
        IReadOnlyList<BluetoothDevice> devices, BluetoothOptions options, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        await using var central = new BluetoothCentral(devices, options, time, NullLogger<BluetoothCentral>.Instance);
        central.LinkChanged += static status => Console.WriteLine(Describe(status));
        await Task.WhenAll(central.RunAsync(either.Token), DrainAsync(central), ReportAsync(central, time, either.Token));
        return CommandLine.Done;
    }

    private static async Task DrainAsync(BluetoothCentral central)
    {
        while (await central.Notifications.WaitToReadAsync())
        {
            while (central.Notifications.TryRead(out _))
            {
            }
        }
    }

    private static async Task ReportAsync(BluetoothCentral central, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var before = central.Links;
        while (await ContinuesAsync(timer, cancellation))
        {
            var now = central.Links;
            foreach (var (was, status) in before.Zip(now).Where(pair => pair.Second.State == LinkState.Streaming))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{status.Device}  {status.Received - was.Received}/s  {status.Received} in all"));
            before = now;
        }
    }

    private static async Task<bool> ContinuesAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static string Describe(LinkStatus status) =>
        $"{status.Device}  {status.State}{(status.Reason is { } reason ? $": {reason}" : "")}{(status.BatteryPercent is { } percent ? $"  battery {percent} %" : "")}";
}
