namespace PhysioEdge.Vision.Capture.Recordings;

/// <summary>What can be said about a recording before it is decoded: how many bytes it lacks at its end, as far as its own bookkeeping tells.</summary>
internal readonly record struct RecordingFile(bool IsIsoMedia, long MissingBytes)
{
    private const int SignatureBytes = 16;

    /// <summary>Refuses what cannot be a video.</summary>
    /// <exception cref="CaptureException">The file is missing, empty, unreadable, a picture, sound, or has lost its index.</exception>
    public static RecordingFile Check(CameraAddress address)
    {
        var path = address.Value;
        if (Directory.Exists(path))
            throw new CaptureException($"{address} is a folder. Name the video file in it.");
        if (!File.Exists(path))
            throw new CaptureException($"There is no file {address}. Check the path.");
        try
        {
            using var file = File.OpenRead(path);
            return Check(address, file);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CaptureException($"{address} may not be read by the user '{Environment.UserName}'. Give that user read permission.", e);
        }
        catch (IOException e)
        {
            throw new CaptureException($"{address} cannot be read: {e.Message} Check the disk or network drive it is on.", e);
        }
    }

    private static RecordingFile Check(CameraAddress address, FileStream file)
    {
        if (file is { CanSeek: true, Length: 0 })
            throw new CaptureException($"{address} is empty (0 bytes). Copy the recording again.");
        Span<byte> start = stackalloc byte[SignatureBytes];
        start = start[..file.ReadAtLeast(start, SignatureBytes, throwOnEndOfStream: false)];
        if (FileSignature.PictureFormat(start) is { } picture && !IsMotionJpeg(address.Value))
            throw new CaptureException($"{address} is a picture ({picture}), not a video. Give the recording it was taken from.");
        if (FileSignature.IsSound(start))
            throw RecordingFault.Of(address, RecordingFault.NoVideo);
        return IsoMediaBoxes.IsIsoMedia(start) ? new(true, IsoMediaBoxes.Check(address, file)) : default;
    }

    // A raw motion JPEG stream starts like a JPEG picture.
    private static bool IsMotionJpeg(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".MJPEG" or ".MJPG";
}
