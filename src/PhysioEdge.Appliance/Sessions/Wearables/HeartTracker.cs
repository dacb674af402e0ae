using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.HeartRate;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Wearables.Streams;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>One patient's heart, live: beats told from artefacts, the course, and what is flagged in it, all on the box's time line.</summary>
internal sealed class HeartTracker(HeartRateZones? zones, double? limitBpm)
{
    private readonly HeartRateMonitor _monitor = new(zones, limitBpm);
    private readonly Queue<HeartFrame> _untold = new();
    private BeatClassifier _classifier = new();

    public HeartRateZones? Zones => zones;

    public double? LimitBpm => limitBpm;

    /// <summary>Gets the newest heart rate, bpm, and when it was; null before the first.</summary>
    public (TimeSpan At, double Bpm)? Newest { get; private set; }

    public static HeartTracker For(PrescribedHeartRate? prescribed) => new(ZonesOf(prescribed), prescribed?.LimitBpm);

    public void Add(in HeartFrame frame, ICollection<Flag> flags)
    {
        if (frame.BeatsPerMinute > 0)
            Newest = (frame.CapturedAt, frame.BeatsPerMinute);
        if (frame.IntervalMs is not { } interval)
        {
            _monitor.Add(frame.CapturedAt, frame.BeatsPerMinute, flags);
            return;
        }

        if (frame.IsAfterGap)
            Flush(flags);
        _untold.Enqueue(frame);
        if (_classifier.Add(interval) is { } beat)
            Tell(beat, frame.CapturedAt, flags);
    }

    /// <summary>No more beats are to come for now.</summary>
    public void Flush(ICollection<Flag> flags)
    {
        while (_classifier.Finish() is { } beat)
            Tell(beat, _untold.Peek().CapturedAt, flags);
        _classifier = new BeatClassifier();
    }

    private void Tell(in Beat beat, TimeSpan knownAt, ICollection<Flag> flags)
    {
        // Beats are told in the order in which they were given. The interval after a gap does not follow upon the one before it.
        var frame = _untold.Dequeue();
        _monitor.Add(beat with { At = frame.CapturedAt, KnownAt = knownAt, IsArtefact = beat.IsArtefact || frame.IsAfterGap }, flags);
    }

    public static HeartRateZones? ZonesOf(PrescribedHeartRate? prescribed)
    {
        var highest = prescribed?.MaxBpm ?? (prescribed?.Age is { } age ? HeartRateZones.MaximumOfAge(age) : null);
        return highest is { } bpm ? new HeartRateZones(bpm, prescribed!.RestingBpm ?? 0) : null;
    }
}
