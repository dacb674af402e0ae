using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Streams;

/// <summary>
/// Makes of a heart rate sensor's notifications beats with the time they happened. A notification has the intervals since the one before
/// and no time: beats follow one another by their intervals, and none can have come after the notification that tells it. For one thread.
/// </summary>
public sealed class HeartReader
{
    private const double UnitsPerSecond = 1024;

    /// <summary>Sensors notify once a second; where the last beat lies further back than a second, a slow beat and a late packet make, beats are missing.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(3);

    private TimeSpan? _last;
    private int? _epoch;

    /// <summary>Gets what was decoded and refused.</summary>
    public DecodeCounters Packets { get; } = new();

    /// <summary>Gets how often beats were missing.</summary>
    public long Gaps { get; private set; }

    /// <summary>Gets whether the sensor touches the skin; null when it cannot tell.</summary>
    public bool? IsWorn { get; private set; }

    /// <summary>Takes in a notification of the Heart Rate Measurement (2A37).</summary>
    /// <param name="value">Its bytes.</param>
    /// <param name="arrivedAt">When it arrived, on the box's monotonic clock.</param>
    /// <param name="epoch">The number of the subscription: beats between two of them are missing.</param>
    /// <param name="frames">Where beats go, in the order of their time. A sensor that is not worn gives none.</param>
    public void Add(ReadOnlySpan<byte> value, TimeSpan arrivedAt, int epoch, ICollection<HeartFrame> frames)
    {
        var result = Packets.Count(HeartRateMeasurement.Decode(value));
        if (!result.IsDecoded)
            return;
        if (_epoch != epoch)
            _last = null;
        _epoch = epoch;
        IsWorn = result.Value.ContactDetected;
        if (IsWorn == false)
            _last = null;
        else if (result.Value.RrIntervals.IsEmpty)
            frames.Add(new HeartFrame(arrivedAt, null, result.Value.BeatsPerMinute, false));
        else
            AddBeats(result.Value, arrivedAt, frames);
    }

    private void AddBeats(in HeartRateMeasurement measurement, TimeSpan arrivedAt, ICollection<HeartFrame> frames)
    {
        var total = TimeSpan.Zero;
        foreach (var interval in measurement.RrIntervals.Span)
            total += SecondsOf(interval);
        var isGap = _last is not { } last || arrivedAt - (last + total) > LongestDelay;
        var newest = isGap || _last + total > arrivedAt ? arrivedAt : _last!.Value + total;
        var at = newest - total;
        if (isGap)
            Gaps++;
        foreach (var interval in measurement.RrIntervals.Span)
        {
            at += SecondsOf(interval);
            frames.Add(new HeartFrame(at, SecondsOf(interval).TotalMilliseconds, measurement.BeatsPerMinute, isGap));
            isGap = false;
        }

        _last = newest;
    }

    private static TimeSpan SecondsOf(ushort interval) => TimeSpan.FromSeconds(interval / UnitsPerSecond);
}
