namespace PhysioEdge.Analysis.HeartRate;

/// <summary>One heartbeat, with the interval that it ends.</summary>
/// <param name="At">When it came: the sum of the intervals up to and with its own.</param>
/// <param name="IntervalMs">The interval before it (RR), ms, as the device gave it.</param>
/// <param name="IsArtefact">True when the interval is no normal one: premature beat, its pause, a missed beat, a device's mistake.</param>
/// <param name="KnownAt">The stream time at which that was known.</param>
public readonly record struct Beat(TimeSpan At, double IntervalMs, bool IsArtefact, TimeSpan KnownAt)
{
    /// <summary>Gets the heart rate of this beat, bpm; NaN for an artefact.</summary>
    public double RateBpm => IsArtefact ? double.NaN : 60_000 / IntervalMs;
}
