namespace PhysioEdge.Wearables.Streams;

/// <summary>One beat of the heart, or a heart rate where the device tells no beats.</summary>
/// <param name="CapturedAt">When the beat came, on the box's monotonic clock.</param>
/// <param name="IntervalMs">The time since the beat before it (RR), ms; null when the device tells none.</param>
/// <param name="BeatsPerMinute">The heart rate as the device averaged it, bpm.</param>
/// <param name="IsAfterGap">Whether beats are missing before it.</param>
public readonly record struct HeartFrame(TimeSpan CapturedAt, double? IntervalMs, double BeatsPerMinute, bool IsAfterGap);
