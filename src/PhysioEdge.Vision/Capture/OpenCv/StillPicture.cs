using OpenCvSharp;

namespace PhysioEdge.Vision.Capture.OpenCv;

/// <summary>Reads a single picture, which a camera never gives, decoded as browsers do.</summary>
public static class StillPicture
{
    /// <exception cref="CaptureException">It is missing or cannot be decoded, or OpenCV cannot be loaded.</exception>
    public static VideoFrame Read(string path)
    {
        if (!File.Exists(path))
            throw new CaptureException($"The picture '{path}' is missing. Copy it again from its source.");
        using var bgr = OpenCvLibrary.Load(() => Cv2.ImRead(path, ImreadModes.Color));
        if (bgr.Empty())
            throw new CaptureException($"The picture '{path}' cannot be decoded. Copy it again from its source.");
        var frame = new VideoFrame { SourceWidth = bgr.Width, SourceHeight = bgr.Height };
        frame.Resize(bgr.Width, bgr.Height);
        BgrPixels.CopyToRgb(bgr.AsSpan<byte>(), frame.Rgb);
        return frame;
    }
}
