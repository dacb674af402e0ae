namespace PhysioEdge.Vision.Capture;

/// <summary>
/// An opened camera or recording. It yields pictures in presentation order, upright (rotation metadata applied),
/// edit lists honoured, each with its exact presentation time.
/// </summary>
public interface IFrameSource : IAsyncDisposable
{
    /// <summary>Reads the next picture into a buffer of the caller's. A cancelled read ends the source.</summary>
    /// <returns>False at the end of the source; a live camera has no end.</returns>
    /// <exception cref="CaptureException">The source broke, in words for the person who can mend it.</exception>
    ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken);
}
