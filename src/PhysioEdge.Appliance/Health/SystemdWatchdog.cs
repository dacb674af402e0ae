using System.Globalization;
using Microsoft.Extensions.Hosting.Systemd;

namespace PhysioEdge.Appliance.Health;

/// <summary>
/// Tells systemd that the service is alive, for as long as pictures that come are worked on. Where they are not, it falls silent, and
/// systemd kills and restarts the service (sd_notify(3), WatchdogSec= in systemd.service(5)).
/// </summary>
internal sealed class SystemdWatchdog(ISystemdNotifier systemd, PipelineProgress progress, TimeProvider time, ILogger<SystemdWatchdog> logger) : BackgroundService
{
    private static readonly ServiceState Alive = new("WATCHDOG=1");

    /// <summary>Gets how often systemd wants to hear of it, as it says itself; null if it does not.</summary>
    public static TimeSpan? Asked => long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
        ? TimeSpan.FromMicroseconds(microseconds)
        : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Asked is not { } patience)
            return;

        // Half of what it waits, as sd_watchdog_enabled(3) advises.
        using var timer = new PeriodicTimer(patience / 2, time);
        do
        {
            if (progress.FindStuck() is { } camera)
                HealthLog.Stuck(logger, camera);
            else
                systemd.Notify(Alive);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
