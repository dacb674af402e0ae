namespace PhysioEdge.TestKit.Video;

/// <summary>A video whose pictures carry their numbers, and when each is to be shown.</summary>
public sealed record Clip(string Path, int Width, int Height, IReadOnlyList<(int Number, TimeSpan Time)> Pictures);
