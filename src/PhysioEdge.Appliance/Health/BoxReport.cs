using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Privacy;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Publishing;
using PhysioEdge.Publishing.Health;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Appliance.Health;

/// <summary>Says how the box is, for the health topic, the page and whoever asks over HTTP.</summary>
internal sealed class BoxReport(
    BoxConfiguration box,
    IReadOnlyList<CameraView> cameras,
    IReadOnlyList<WearablesWorker> wearables,
    EventRecorder recorder,
    EdgeStore store,
    MeasurementRecorder measurements,
    LiveStatus<PublisherStatus> publisher,
    PrivacySwitch privacy,
    PanelState panel,
    WallClock clock,
    TimeProvider time) : IBoxReport
{
    private readonly long _start = time.GetTimestamp();

    public bool IsPrivate => privacy.IsOn;

    public BoxHealth Health()
    {
        var (outbox, storeProblem) = ReadOutbox();
        var free = FreeBytes();
        var facts = new HealthFacts
        {
            Cameras = [.. cameras.Select(view => (view.Id, view.Camera))],
            Devices = [.. wearables.SelectMany(worker => worker.Read())],
            WithoutConsent =
            [
                .. box.Cameras.Where(c => !box.Consents.Cover(c)).Select(c => $"camera/{c.Camera.Name}"),
                .. box.Devices.Where(d => !box.Consents.Cover(d)).Select(d => $"device/{d.Id}"),
            ],
            StoreProblem = recorder.Problem ?? storeProblem,
            SetAside = SetAsideDatabases.Find(box.DataFolder),
            MeasurementsProblem = measurements.Status.Problem,
            Link = publisher.Value.Link,
            Parked = publisher.Value.Parked,
            OldestPending = outbox?.OldestAge,
            DataFreeBytes = free,
            IsPrivate = privacy.IsOn,
            PrivacyProblem = privacy.Problem ?? panel.Problem,
            Uptime = time.GetElapsedTime(_start),
            Now = clock.UtcNow,
        };
        IReadOnlyList<HealthProblem> problems = [.. HealthRules.Judge(facts).OrderByDescending(problem => problem.Level)];
        return new BoxHealth
        {
            BootId = store.BootId,
            Time = clock.UtcNow,
            Private = privacy.IsOn,
            State = problems is [var worst, ..] ? worst.Level : HealthLevel.Good,
            Problems = problems,
            Version = ProgramVersion.Short,
            UptimeS = (long)facts.Uptime.TotalSeconds,
            Pending = outbox?.Pending,
            OldestPendingS = (long?)outbox?.OldestAge?.TotalSeconds,
            DataFreeBytes = free,
            CertificateExpiresAt = publisher.Value.Link.CertificateExpiresAt,
            Counters = CountersOf(facts),
        };
    }

    public IReadOnlyList<SourceStatus> Sources()
    {
        var now = clock.UtcNow;
        return
        [
            .. cameras.Select(view => new SourceStatus(
                view.Id, "camera", Words.Of(view.Camera.State), view.Camera.State is Vision.Capture.CameraState.Streaming ? null : view.Camera.LastError, store.BootId, now)),
            .. wearables.SelectMany(worker => worker.Read()).Select(device => new SourceStatus(device.Id, device.Role, Words.Of(device.State), device.Reason, store.BootId, now)),
        ];
    }

    /// <summary>How much waits for a receipt; null with the reason if that cannot be read.</summary>
    public (OutboxStatus? Status, string? Problem) ReadOutbox()
    {
        try
        {
            return (store.ReadStatus(), null);
        }
        catch (StoreException exception)
        {
            return (null, exception.Message);
        }
    }

    private Dictionary<string, long> CountersOf(HealthFacts facts)
    {
        var (sent, rows) = (publisher.Value, measurements.Status);
        return new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["pictures_captured"] = facts.Cameras.Sum(c => c.Status.Captured),
            ["pictures_dropped"] = facts.Cameras.Sum(c => c.Status.Dropped),
            ["camera_restarts"] = facts.Cameras.Sum(c => c.Status.Restarts),
            ["packets_received"] = facts.Devices.Sum(d => d.Received),
            ["packets_refused"] = facts.Devices.Sum(d => d.Refused.Values.Sum()),
            ["samples_lost"] = facts.Devices.Sum(d => d.Lost),
            ["notifications_overflowed"] = wearables.Sum(w => w.Overflowed),
            ["events_waiting_for_the_store"] = recorder.Waiting,
            ["messages_sent"] = sent.Sent,
            ["messages_resent"] = sent.Resent,
            ["messages_refused"] = sent.Refused,
            ["receipts"] = sent.Receipted,
            ["receipts_unneeded"] = sent.UnneededReceipts,
            ["receipts_malformed"] = sent.MalformedReceipts,
            ["reviews"] = sent.Reviews,
            ["reviews_malformed"] = sent.MalformedReviews,
            ["commands"] = sent.Commands,
            ["commands_refused"] = sent.RefusedCommands,
            ["connections"] = sent.Link.Connections,
            ["measurements_dropped"] = rows.Dropped + rows.Refused,
        };
    }

    private long? FreeBytes()
    {
        try
        {
            return new DriveInfo(box.DataFolder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
