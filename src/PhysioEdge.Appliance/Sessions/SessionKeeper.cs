using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Storage.Measurements;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>
/// Has one patient's sessions and repetitions kept. The wall clock is looked at once, when a session begins: if it is set
/// meanwhile, the times of the session stay as far apart as they were.
/// </summary>
internal sealed class SessionKeeper(string patient, MeasurementRecorder recorder, WallClock clock)
{
    private SessionRow? _session;
    private DateTimeOffset _streamBegan;
    private TimeSpan _now;
    private int _kept;

    /// <summary>Notes how the session is after the sample of that time.</summary>
    /// <param name="session">The session; null between sessions.</param>
    /// <param name="isOver">Whether the sample ended it.</param>
    /// <param name="at">The stream time of the sample.</param>
    public void Note(Session? session, bool isOver, TimeSpan at)
    {
        _now = at;
        if (session is null)
            return;
        if (session.Repetitions.Count > _kept)
            Keep(session);
        if (isOver)
            End(session);
    }

    /// <summary>The source is over, and with it the session.</summary>
    public void Finish(Session? session) => Note(session, isOver: true, _now);

    private void Keep(Session session)
    {
        if (_session is null)
            Begin(session);
        while (_kept < session.Repetitions.Count)
            recorder.Record(RowOf(session.Repetitions[_kept++], session.Id));
    }

    private void Begin(Session session)
    {
        _streamBegan = clock.UtcNow - _now;
        _session = new SessionRow(session.Id, patient, _streamBegan + session.Repetitions[0].Start, null);
        recorder.Record(_session);
    }

    private void End(Session session)
    {
        if (_session is { } begun)
            recorder.Record(begun with { Ended = _streamBegan + session.Repetitions.Max(r => r.End) });
        (_session, _kept) = (null, 0);
    }

    private RepetitionRow RowOf(Repetition repetition, string session) => new()
    {
        Session = session,
        Patient = patient,
        Number = _kept,
        Exercise = ExerciseDefinition.Of(repetition.Exercise).Name,
        Side = repetition.Side,
        Start = _streamBegan + repetition.Start,
        Peak = _streamBegan + repetition.Peak,
        End = _streamBegan + repetition.End,
        RangeDegrees = repetition.RangeDegrees,
        PeakDegrees = repetition.PeakDegrees,
        LeftRangeDegrees = repetition.LeftRangeDegrees,
        RightRangeDegrees = repetition.RightRangeDegrees,
        Partial = repetition.Partial,
        Quality = repetition.Quality,
        OutwardSeconds = repetition.Form?.OutwardSeconds,
        HoldSeconds = repetition.Form?.HoldSeconds,
        ReturnSeconds = repetition.Form?.ReturnSeconds,
        Smoothness = repetition.Form?.Smoothness,
        TrunkForwardDegrees = repetition.Form?.TrunkForwardDegrees,
        TrunkSidewaysDegrees = repetition.Form?.TrunkSidewaysDegrees,
    };
}
