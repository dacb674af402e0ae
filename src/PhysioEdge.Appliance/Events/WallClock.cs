namespace PhysioEdge.Appliance.Events;

/// <summary>The wall clock of the box, and whether it can be trusted.</summary>
internal sealed class WallClock(TimeProvider time, string synchronisedMark = WallClock.SystemdMark)
{
    // systemd-timesyncd makes this file once it has set the clock (systemd-timesyncd.service(8)).
    private const string SystemdMark = "/run/systemd/timesync/synchronized";

    public DateTimeOffset UtcNow => time.GetUtcNow();

    public bool IsSynchronised => File.Exists(synchronisedMark);
}
