using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Pain;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>One patient's pain, session by session. May be called from any thread.</summary>
internal sealed class PatientPain(Patient patient, TimeProvider time)
{
    /// <summary>Nobody changes their mind so fast: it is a finger that hit twice, or a program.</summary>
    private static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private PainDetector _detector = new(patient.Plan.PainLimit);
    private string? _session;
    private long? _last;

    /// <summary>Takes in a score; the first thing that happens for long begins a session.</summary>
    /// <param name="score">The score, 0–10.</param>
    /// <param name="at">When, on the time line of the patient's camera.</param>
    /// <param name="exercise">The exercise under way; null between exercises.</param>
    /// <param name="flagged">The event that it makes; null for none.</param>
    /// <returns>False when it came too soon after the one before.</returns>
    public bool TryRate(int score, TimeSpan at, ExerciseKind? exercise, out FlaggedEvent? flagged)
    {
        flagged = null;
        lock (_gate)
        {
            if (_last is { } last && time.GetElapsedTime(last) < LeastInterval)
                return false;
            _last = time.GetTimestamp();
            var session = patient.Book.Touch(at);
            if (session != _session)
                (_session, _detector) = (session, new PainDetector(patient.Plan.PainLimit));
            if (_detector.Add(at, score, exercise) is { } flag)
                flagged = patient.Composer.Compose(flag, session);
            return true;
        }
    }
}
