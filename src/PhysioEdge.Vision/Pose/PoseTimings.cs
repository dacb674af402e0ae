namespace PhysioEdge.Vision.Pose;

/// <summary>Where the time of a tracker went since it was made.</summary>
/// <param name="Frames">Pictures looked at.</param>
/// <param name="Detections">How often the detector ran.</param>
/// <param name="Detecting">Time spent detecting.</param>
/// <param name="Landmarking">Time spent placing landmarks.</param>
/// <param name="Total">All time spent.</param>
public readonly record struct PoseTimings(long Frames, long Detections, TimeSpan Detecting, TimeSpan Landmarking, TimeSpan Total);
