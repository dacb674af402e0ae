using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Appliance.Events;

/// <summary>
/// Turns the flags of one patient into events: flags of one problem in one session are revisions of one event. Camera and wearables share it,
/// each from a thread of its own.
/// </summary>
internal sealed class EventComposer(string edge, string patient, WallClock clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Id, int Rev)> _open = [];
    private string? _session;

    /// <param name="flag">The flag.</param>
    /// <param name="session">The session that it belongs to.</param>
    /// <param name="model">The model that the measurement comes from; null when it comes from none.</param>
    public FlaggedEvent Compose(Flag flag, string session, EventModel? model = null)
    {
        var now = clock.UtcNow;
        var (id, rev) = NextRevision(flag.Problem, session, now);
        return new FlaggedEvent
        {
            Id = id,
            Source = $"urn:pe:{edge}",
            Type = EventKinds.TypeOf(flag.Kind),
            Subject = patient,
            Time = now,
            Data = DataOf(flag, session, rev, model),
        };
    }

    private (string Id, int Rev) NextRevision(string problem, string session, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (session != _session)
                _open.Clear();
            _session = session;
            var (id, rev) = _open.TryGetValue(problem, out var known) ? known : (Ulid.NewUlid(now).ToString(), 0);
            return _open[problem] = (id, rev + 1);
        }
    }

    private FlaggedEventData DataOf(Flag flag, string session, int rev, EventModel? model) => new()
    {
        Rev = rev,
        Phase = flag.Phase switch { FlagPhase.New => EventPhase.New, FlagPhase.Update => EventPhase.Update, _ => EventPhase.End },
        Severity = flag.Severity == FlagSeverity.Moderate ? Severity.Moderate : Severity.Minor,
        Session = session,
        Exercise = flag.Exercise is { } exercise ? ExerciseDefinition.Of(exercise).Name : null,
        Side = NameOf(flag.Side),
        Measure = new EventMeasure
        {
            Code = flag.Measure.Code,
            Loinc = Measures.LoincOf(flag.Measure.Code, Enum.Parse<PrescribedSide>(flag.Side.ToString())),
            Value = flag.Measure.Value,
            Unit = flag.Measure.Unit,
            Baseline = flag.Measure.Baseline,
            Target = flag.Measure.Target,
            Limit = flag.Measure.Limit,
            Quality = Math.Round(flag.Measure.Quality, 2),
        },
        Evidence = [.. flag.Evidence.Select(IReadOnlyList<double> (e) => [e.Repetition, e.Value])],
        Explanation = flag.Explanation,
        Model = model,
        Rule = flag.Rule,
        Clock = new EventClock(clock.IsSynchronised),
    };

    private static string NameOf(Side side) => side switch { Side.Left => "left", Side.Right => "right", _ => "both" };
}
