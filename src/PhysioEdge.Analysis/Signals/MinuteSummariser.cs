namespace PhysioEdge.Analysis.Signals;

/// <summary>
/// Sums up a series minute by minute, as it comes in. A minute is closed when a value has come from <see cref="Lateness"/> after its
/// end, so that what comes late by up to that is in it; then it does not change any more. Minutes without a value are not there.
/// </summary>
public sealed class MinuteSummariser
{
    /// <summary>
    /// How far values may be behind the newest. A radio link that is up delivers within its supervision time-out, a few seconds
    /// and 32 s at the very most (Bluetooth Core 5.4, Vol 4, Part E, 7.8.12); and two open minutes are enough for it.
    /// </summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromSeconds(32);

    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    // At most two are open: one that is under way, and the one before it.
    private MinuteUnderWay? _earlier;
    private MinuteUnderWay? _current;
    private DateTimeOffset _newest = DateTimeOffset.MinValue;

    /// <summary>Gets how many values came too late, and are in no minute.</summary>
    public long TooLate { get; private set; }

    /// <summary>Takes in the next value.</summary>
    /// <param name="capturedAt">When it was measured; all by one clock that is never set: where the wall clock is, begin anew with <see cref="Finish"/>.</param>
    /// <param name="value">The value, any unit; what is not finite is left out.</param>
    /// <param name="closed">Where minutes go that are closed by this, in order.</param>
    public void Add(DateTimeOffset capturedAt, double value, ICollection<MinuteSummary> closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        if (!double.IsFinite(value))
            return;
        if (capturedAt > _newest)
            Advance(capturedAt, closed);
        var minute = capturedAt.AddTicks(-(capturedAt.Ticks % OneMinute.Ticks));
        if (IsOver(minute))
            TooLate++;
        else
            Open(minute).Add(value);
    }

    /// <summary>The source is over, or begins anew: so are its minutes.</summary>
    /// <param name="closed">Where they go, in order.</param>
    public void Finish(ICollection<MinuteSummary> closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        Close(ref _earlier, closed);
        Close(ref _current, closed);
        _newest = DateTimeOffset.MinValue;
    }

    private void Advance(DateTimeOffset newest, ICollection<MinuteSummary> closed)
    {
        _newest = newest;
        if (_earlier is { } earlier && IsOver(earlier.Start))
            Close(ref _earlier, closed);
        if (_current is { } current && IsOver(current.Start))
            Close(ref _current, closed);
    }

    private bool IsOver(DateTimeOffset minute) => _newest - minute >= OneMinute + Lateness;

    private MinuteUnderWay Open(DateTimeOffset minute)
    {
        if (_current is null || minute > _current.Start)
            (_earlier, _current) = (_current, new MinuteUnderWay(minute));
        else if (minute < _current.Start)
            return _earlier ??= new MinuteUnderWay(minute);
        return _current;
    }

    private static void Close(ref MinuteUnderWay? minute, ICollection<MinuteSummary> closed)
    {
        if (minute is not null)
            closed.Add(minute.Summary);
        minute = null;
    }

    private sealed class MinuteUnderWay(DateTimeOffset start)
    {
        private int _count;
        private double _sum;
        private double _least = double.PositiveInfinity;
        private double _most = double.NegativeInfinity;

        public DateTimeOffset Start => start;

        public MinuteSummary Summary => new(start, _count, _sum / _count, _least, _most);

        public void Add(double value)
        {
            _count++;
            _sum += value;
            _least = Math.Min(_least, value);
            _most = Math.Max(_most, value);
        }
    }
}
