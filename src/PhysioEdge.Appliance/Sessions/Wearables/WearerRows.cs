using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.Signals;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Storage.Measurements;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>Has what the wearables of one patient measured kept: each stride, and each minute of the heart and of the load of each leg.</summary>
internal sealed class WearerRows(string patient, MeasurementRecorder recorder, WallClock clock)
{
    /// <summary>A pause longer than that is no swing.</summary>
    private static readonly TimeSpan LongestSwing = TimeSpan.FromSeconds(3);

    private readonly InsoleStep?[] _last = new InsoleStep?[2];
    private readonly MinuteSummariser[] _loads = [new(), new()];
    private readonly MinuteSummariser _heart = new();
    private readonly List<MinuteSummary> _closed = [];

    public void Keep(WearerFindings found, SessionBook book)
    {
        foreach (var step in found.Steps)
            Keep(step, book);
        if (found.Beats.Count == 0)
            return;
        var newest = found.Beats[^1].CapturedAt;
        foreach (var beat in found.Beats)
            _heart.Add(MomentOf(beat.CapturedAt, newest), beat.BeatsPerMinute, _closed);
        Record("heart-rate", Side.Both, "/min");
    }

    /// <summary>The source is over: so are the minutes under way.</summary>
    public void Finish()
    {
        _heart.Finish(_closed);
        Record("heart-rate", Side.Both, "/min");
        foreach (var side in (ReadOnlySpan<Side>)[Side.Left, Side.Right])
        {
            _loads[(int)side].Finish(_closed);
            Record("peak-load", side, "kg");
        }
    }

    private void Keep(in InsoleStep step, SessionBook book)
    {
        var side = step.Contact.Side;
        if (_last[(int)side] is { } before)
            recorder.Record(RowOf(before, step, book));
        _last[(int)side] = step;
        _loads[(int)side].Add(MomentOf(step.Contact.InitialContact, step.KnownAt), WeightBearingLimit.KilogramsOf(step), _closed);
        Record("peak-load", side, "kg");
    }

    private StrideRow RowOf(in InsoleStep step, in InsoleStep next, SessionBook book)
    {
        var contact = step.Contact;
        var swing = next.Contact.InitialContact - contact.ToeOff;
        var isStride = swing <= LongestSwing;
        return new StrideRow(book.At(contact.InitialContact), patient, contact.Side, MomentOf(contact.InitialContact, next.KnownAt))
        {
            StanceSeconds = contact.StanceSeconds,
            SwingSeconds = isStride ? swing.TotalSeconds : null,
            StrideSeconds = isStride ? (next.Contact.InitialContact - contact.InitialContact).TotalSeconds : null,
            PeakNewtons = step.PeakNewtons,
            ImpulseNewtonSeconds = step.ImpulseNewtonSeconds,
        };
    }

    private void Record(string measure, Side side, string unit)
    {
        foreach (var minute in _closed)
            recorder.Record(new MinuteRow(patient, measure, side, unit, minute.Minute, minute.Count, minute.Mean, minute.Least, minute.Most));
        _closed.Clear();
    }

    /// <summary>The wall clock's time of something that happened a little before now.</summary>
    private DateTimeOffset MomentOf(TimeSpan at, TimeSpan now) => clock.UtcNow - (now - at);
}
