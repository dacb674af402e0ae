using System.Globalization;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Wearables.Bluetooth;
using LinkStatus = PhysioEdge.Publishing.Links.LinkStatus;

namespace PhysioEdge.Appliance.Health;

/// <summary>What of a box is not as it should be, and how bad that is.</summary>
internal static class HealthRules
{
    /// <summary>So long after a start nothing is missed yet.</summary>
    public static readonly TimeSpan StartUp = TimeSpan.FromSeconds(30);

    /// <summary>Receipts come within seconds; a cloud that gives none for so long has to be looked at.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Below it, somebody should make room.</summary>
    public const long LittleRoomBytes = 500_000_000;

    /// <summary>Below it, the next session may not be stored.</summary>
    public const long NoRoomBytes = 50_000_000;

    private const int LowBatteryPercent = 15;

    public static IEnumerable<HealthProblem> Judge(HealthFacts facts) =>
    [
        .. CamerasOf(facts), .. DevicesOf(facts), .. StoresOf(facts), .. RoomOf(facts), .. LinkOf(facts), .. PrivacyOf(facts),
    ];

    private static IEnumerable<HealthProblem> CamerasOf(HealthFacts facts)
    {
        var silent = facts.Cameras.Where(camera => IsSilent(camera.Status, facts.Uptime)).ToList();
        var level = silent.Count == facts.Cameras.Count ? HealthLevel.Failing : HealthLevel.Degraded;
        return silent.Select(camera => new HealthProblem($"camera/{camera.Id}", level, camera.Status.LastError ?? "It gives no pictures yet."));
    }

    /// <summary>A recording that is over is no problem.</summary>
    private static bool IsSilent(CameraStatus camera, TimeSpan uptime) => camera.State switch
    {
        CameraState.Streaming or CameraState.Ended or CameraState.SwitchedOff => false,
        CameraState.Starting => uptime > StartUp,
        _ => true,
    };

    /// <summary>A wearable that nobody wears is no problem.</summary>
    private static IEnumerable<HealthProblem> DevicesOf(HealthFacts facts)
    {
        foreach (var device in facts.Devices)
        {
            if (device.State is LinkState.NoAdapter or LinkState.NoBluetooth)
                yield return new HealthProblem($"device/{device.Id}", HealthLevel.Degraded, device.Reason ?? "Bluetooth is not there or switched off.");
            else if (device.BatteryPercent <= LowBatteryPercent)
                yield return new HealthProblem($"device/{device.Id}", HealthLevel.Degraded, string.Create(CultureInfo.InvariantCulture, $"Its battery is at {device.BatteryPercent} %: charge it."));
        }
    }

    private static IEnumerable<HealthProblem> StoresOf(HealthFacts facts)
    {
        if (facts.StoreProblem is { } store)
            yield return new HealthProblem("store", HealthLevel.Failing, store);
        foreach (var damaged in facts.SetAside)
            yield return new HealthProblem("store", HealthLevel.Degraded, $"A damaged database was moved aside: {damaged}. What was not yet sent is in it. Restore a backup, or have it looked at; then take the file away.");
        if (facts.MeasurementsProblem is { } measurements)
            yield return new HealthProblem("measurements", HealthLevel.Degraded, measurements);
    }

    private static IEnumerable<HealthProblem> RoomOf(HealthFacts facts)
    {
        if (facts.DataFreeBytes is { } free and < LittleRoomBytes)
        {
            yield return new HealthProblem(
                "disk", free < NoRoomBytes ? HealthLevel.Failing : HealthLevel.Degraded, string.Create(CultureInfo.InvariantCulture, $"Only {free / 1e6:0} MB are left where the data is: make room."));
        }
    }

    private static IEnumerable<HealthProblem> PrivacyOf(HealthFacts facts)
    {
        foreach (var component in facts.WithoutConsent)
            yield return new HealthProblem(component, HealthLevel.Degraded, $"Nothing is taken in from it: there is no consent of its patient in {Configuration.ConsentFiles.Folder}/ that holds.");
        if (facts.IsPrivate)
            yield return new HealthProblem("privacy", HealthLevel.Degraded, "The privacy switch is on: nothing is taken in. Hold the button for two seconds, or switch it off on the page.");
        if (facts.PrivacyProblem is { } problem)
            yield return new HealthProblem("privacy", HealthLevel.Degraded, problem);
    }

    private static IEnumerable<HealthProblem> LinkOf(HealthFacts facts)
    {
        if (facts.Link.ConnectedSince is null && facts.Uptime > StartUp)
            yield return new HealthProblem("broker", HealthLevel.Degraded, $"Events wait on the box. {facts.Link.LastError ?? "The broker has not been reached yet."}");
        if (facts.Parked > 0)
            yield return new HealthProblem("broker", HealthLevel.Degraded, string.Create(CultureInfo.InvariantCulture, $"The broker refuses {facts.Parked} events: they stay on the box and are tried again every ten minutes. Check the broker's access list and its log."));
        if (facts.OldestPending > LongestWait)
        {
            yield return new HealthProblem("broker", HealthLevel.Degraded, string.Create(
                CultureInfo.InvariantCulture, $"An event has waited {facts.OldestPending.Value.TotalHours:0.0} h for its receipt: is the dashboard running, and does it listen to this box?"));
        }

        if (facts.Link.CertificateExpiresAt - facts.Now < LinkStatus.ExpiryWarning)
            yield return new HealthProblem("certificate", HealthLevel.Degraded, $"The box's certificate expires on {facts.Link.CertificateExpiresAt:yyyy-MM-dd}: have it renewed. It is taken up without a restart.");
    }
}
