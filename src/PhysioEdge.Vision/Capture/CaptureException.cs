namespace PhysioEdge.Vision.Capture;

/// <summary>A camera or recording cannot be read. The message names it and says what to do.</summary>
public sealed class CaptureException : Exception
{
    public CaptureException(string message)
        : base(message)
    {
    }

    public CaptureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Gets the presentation time of the last picture that could be read before the recording broke off; null if there was none.
    /// The pictures up to there are sound: use them, and tell the reader that the rest is missing.
    /// </summary>
    public TimeSpan? ReadableUntil { get; init; }
}
