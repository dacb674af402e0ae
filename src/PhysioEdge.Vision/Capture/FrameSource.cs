using PhysioEdge.Vision.Capture.Ffmpeg;
using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Vision.Capture;

public static class FrameSource
{
    /// <summary>Makes the source for an address. It is opened by its first read, which reports what is wrong with it.</summary>
    /// <exception cref="CaptureException">The address cannot be one, or the backend cannot open that kind of address.</exception>
    public static IFrameSource Open(FrameSourceOptions options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        var address = CameraAddress.Parse(options.Address);
        if (options.Backend != CaptureBackend.OpenCv)
            return new FfmpegFrameSource(address, options, timeProvider);
        if (address.Kind == AddressKind.NetworkStream)
            throw new CaptureException($"The backend 'opencv' has no network: it cannot open {address}. Set the backend to 'ffmpeg'.");
        return OpenCvLibrary.Load(() => new OpenCvFrameSource(address, options, timeProvider));
    }
}
