using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Storage.Measurements;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>Has what the wearables of one patient measured kept: each stride, and each minute of the heart and of the load of each leg.</summary>
internal sealed class WearerRows(string patient, MeasurementRecorder recorder, WallClock clock)
{
    /// <summary>A pause longer than that is no swing.</summary>
    private static readonly TimeSpan LongestSwing = TimeSpan.FromSeconds(3);

    private readonly InsoleStep?[] _last = new InsoleStep?[2];
    private readonly MinuteKeeper _heart = new(patient, "heart-rate", Side.Both, "/min", recorder, clock);
    private readonly MinuteKeeper[] _loads =
    [
        new(patient, "peak-load", Side.Left, "kg", recorder, clock),
        new(patient, "peak-load", Side.Right, "kg", recorder, clock),
    ];

    public void Keep(WearerFindings found, SessionBook book)
    {
        foreach (var step in found.Steps)
            Keep(step, book);
        foreach (var beat in found.Beats)
            _heart.Add(beat.CapturedAt, beat.BeatsPerMinute);
    }

    /// <summary>The source is over: so are the minutes under way.</summary>
    public void Finish()
    {
        _heart.Finish();
        Array.ForEach(_loads, l => l.Finish());
    }

    private void Keep(in InsoleStep step, SessionBook book)
    {
        var side = step.Contact.Side;
        if (_last[(int)side] is { } before)
            recorder.Record(RowOf(before, step, book));
        _last[(int)side] = step;
        _loads[(int)side].Add(step.Contact.InitialContact, WeightBearingLimit.KilogramsOf(step));
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

    /// <summary>The wall clock's time of something that happened a little before now.</summary>
    private DateTimeOffset MomentOf(TimeSpan at, TimeSpan now) => clock.UtcNow - (now - at);
}
