namespace PhysioEdge.Vision.Capture;

/// <summary>What a recording says of itself; null is unknown.</summary>
/// <param name="Codec">ffmpeg's name of the format of the pictures, such as h264.</param>
/// <param name="Width">In pixels, upright.</param>
/// <param name="Height">In pixels, upright.</param>
/// <param name="Duration">From the first picture to the end of the last.</param>
/// <param name="AverageFrameRateHz">Pictures per second over the whole recording, hidden ones included.</param>
/// <param name="FrameCount">Pictures in the file. An edit list may hide some: fewer are presented then.</param>
public sealed record VideoInfo(string Codec, int Width, int Height, TimeSpan? Duration, double? AverageFrameRateHz, long? FrameCount);
