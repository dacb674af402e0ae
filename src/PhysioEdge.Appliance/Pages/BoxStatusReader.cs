using System.Globalization;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Health;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Inference.Models;
using PhysioEdge.Publishing;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Publishing.Receiving;
using PhysioEdge.Storage.Influx;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Pages;

/// <summary>Gathers what the page shows. No patient is in it but by what the cameras see.</summary>
internal sealed class BoxStatusReader(
    BoxConfiguration box,
    IReadOnlyList<CameraView> cameras,
    IReadOnlyList<WearablesWorker> wearables,
    EventRecorder recorder,
    MeasurementRecorder measurements,
    LiveStatus<PublisherStatus> publisher,
    ModelStore models,
    BoxReport report,
    TimeProvider time,
    LiveStatus<ReceiverStatus>? receiver = null,
    InfluxWriter? influx = null)
{
    private readonly long _start = time.GetTimestamp();
    private readonly string _modelSha256 = models.Describe(box.Model).Sha256;

    public object Read()
    {
        var (outbox, problem) = report.ReadOutbox();
        return new
        {
            box.Site,
            box.Edge,
            Version = ProgramVersion.Full,
            Health = report.Health(),
            UptimeS = Math.Floor(time.GetElapsedTime(_start).TotalSeconds),
            box.Model,
            ModelSha256 = _modelSha256,
            box.Page.VideoScreens,
            Cameras = cameras.Select(CameraOf),
            Devices = wearables.SelectMany(w => w.Read()),
            Store = new { Pending = outbox?.Pending ?? 0, OldestPendingS = outbox?.OldestAge?.TotalSeconds, Waiting = recorder.Waiting, Problem = recorder.Problem ?? problem },
            Measurements = measurements.Status,
            Influx = influx?.Status,
            Publisher = publisher.Value,
            Receiver = receiver?.Value,
            Events = recorder.Recent.Select(e => new
            {
                e.Time,
                e.Type,
                e.Data.Rev,
                e.Data.Phase,
                e.Data.Severity,
                e.Data.Explanation,
            }),
        };
    }

    /// <summary>What everybody in front of a screen may know: whether sources work, and which page this is.</summary>
    public object ReadRoom() => new
    {
        Version = ProgramVersion.Full,
        Private = report.IsPrivate,
        Cameras = cameras.Select(view => new { view.Id, view.Camera.State }),
        Devices = wearables.SelectMany(w => w.Read()).Select(d => new { d.Id, d.Role, d.Side, d.State, d.BatteryPercent }),
    };

    private static object CameraOf(CameraView view)
    {
        var (camera, sight) = (view.Camera, view.Sight);
        return new
        {
            view.Id,
            camera.State,
            camera.LastError,
            camera.Captured,
            camera.CapturedBytes,
            camera.Dropped,
            sight.Width,
            sight.Height,
            camera.Restarts,
            camera.Stalls,
            FramesPerSecond = Math.Round(sight.FramesPerSecond, 1),
            MillisecondsPerFrame = PerFrame(sight.Timings),
            sight.HasPatient,
            View = sight.View?.ToString(),
            sight.LeftKneeDegrees,
            sight.RightKneeDegrees,
            sight.Progress,
            Screens = view.Live.Feed.Screens,
            ScreenUpdatesMissed = view.Live.Feed.Missed,
            LastRepetition = sight.LastRepetition is { } repetition ? Describe(repetition) : null,
        };
    }

    private static string Describe(Repetition repetition) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ExerciseDefinition.Of(repetition.Exercise).Name}: {repetition.RangeDegrees:F0}°, {repetition.OutwardDuration.TotalSeconds:F1} s out, {repetition.ReturnDuration.TotalSeconds:F1} s back{(repetition.Partial ? ", not completed" : "")}");

    private static double PerFrame(PoseTimings timings)
        => timings.Frames == 0 ? 0 : Math.Round(timings.Total.TotalMilliseconds / timings.Frames, 1);
}
