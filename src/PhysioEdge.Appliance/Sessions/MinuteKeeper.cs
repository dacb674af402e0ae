using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.Signals;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Storage.Measurements;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>Has one measure of one patient kept minute by minute, such as the heart rate in bpm.</summary>
internal sealed class MinuteKeeper(string patient, string measure, Side side, string unit, MeasurementRecorder recorder, WallClock clock)
{
    private readonly MinuteSummariser _summariser = new();
    private readonly List<MinuteSummary> _closed = [];
    private DateTimeOffset? _streamBegan;

    /// <summary>Takes in the next value.</summary>
    /// <param name="capturedAt">The stream time at which it was measured; may be late.</param>
    /// <param name="value">The value; what is not finite is left out.</param>
    public void Add(TimeSpan capturedAt, double value)
    {
        var streamBegan = clock.UtcNow - capturedAt;

        // No link is later than that: the wall clock was set, or the source began its times anew.
        if (_streamBegan is { } before && (streamBegan - before).Duration() > MinuteSummariser.Lateness)
            Finish();
        _streamBegan ??= streamBegan;
        _summariser.Add(_streamBegan.Value + capturedAt, value, _closed);
        Keep();
    }

    /// <summary>The source is over, or begins anew. What is left of its minutes is kept; the next values are added to it.</summary>
    public void Finish()
    {
        _summariser.Finish(_closed);
        _streamBegan = null;
        Keep();
    }

    private void Keep()
    {
        foreach (var minute in _closed)
            recorder.Record(new MinuteRow(patient, measure, side, unit, minute.Minute, minute.Count, minute.Mean, minute.Least, minute.Most));
        _closed.Clear();
    }
}
