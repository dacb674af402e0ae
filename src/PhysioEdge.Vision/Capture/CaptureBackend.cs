namespace PhysioEdge.Vision.Capture;

/// <summary>What decodes the pictures.</summary>
public enum CaptureBackend
{
    /// <summary>The best there is for the address: ffmpeg.</summary>
    Auto,

    /// <summary>An ffmpeg process: recordings, network cameras, devices.</summary>
    Ffmpeg,

    /// <summary>OpenCV in this process: recordings and devices.</summary>
    OpenCv,
}
