namespace PhysioEdge.Vision.Capture;

public enum AddressKind
{
    /// <summary>A file, with a beginning and an end.</summary>
    Recording,

    /// <summary>A live stream: rtsp, rtsps, http or https.</summary>
    NetworkStream,

    /// <summary>A camera of this machine: /dev/video0, /dev/v4l/by-id/….</summary>
    Device,
}
