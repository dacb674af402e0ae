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
}
