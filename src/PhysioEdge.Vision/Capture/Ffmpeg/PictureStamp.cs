namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>When and how large a picture on the pipe is.</summary>
internal readonly record struct PictureStamp(long? Timestamp, TimeBase TimeBase, int SourceWidth, int SourceHeight);
