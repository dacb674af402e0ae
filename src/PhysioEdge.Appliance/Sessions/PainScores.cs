using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Storage.Measurements;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>The pain that patients rate in front of their cameras: shown, kept, and flagged as the plan wants it. May be called from any thread.</summary>
internal sealed class PainScores(
    BoxConfiguration box,
    Patients patients,
    IReadOnlyList<CameraView> cameras,
    EventRecorder events,
    MeasurementRecorder measurements,
    WallClock clock,
    TimeProvider time)
{
    private const string Measure = "pain-score";
    private const string Unit = "{score}";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Dictionary<string, PatientPain> _pains = patients.All.ToDictionary(p => p.Plan.Patient, p => new PatientPain(p, time));

    /// <summary>Takes in a score of the patient whom that camera watches.</summary>
    /// <returns>False when it came too soon after the one before.</returns>
    public async Task<bool> RateAsync(CameraView view, int score, CancellationToken cancellationToken)
    {
        var patient = PatientOf(view.Id);
        if (!_pains[patient].TryRate(score, view.Now, view.Sight.Exercise, out var flagged))
            return false;
        var now = clock.UtcNow;
        var minute = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), now.Offset);
        measurements.Record(new MinuteRow(patient, Measure, Side.Both, Unit, minute, 1, score, score, score));
        Tell(patient, score, now);
        if (flagged is not null)
            await events.RecordAsync(flagged, landmarks: null, cancellationToken);
        return true;
    }

    private void Tell(string patient, int score, DateTimeOffset at)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(new { Score = score, Time = at }, Json);
        foreach (var view in cameras.Where(v => PatientOf(v.Id) == patient))
            view.Live.Feed.Publish(LiveNews.Pain, message);
    }

    private string PatientOf(string camera) => box.Cameras.First(c => c.Camera.Name == camera).CarePlan.Patient;
}
