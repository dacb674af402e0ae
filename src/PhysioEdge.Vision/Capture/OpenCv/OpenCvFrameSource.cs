using OpenCvSharp;
using PhysioEdge.Vision.Capture.Recordings;

namespace PhysioEdge.Vision.Capture.OpenCv;

/// <summary>Pictures from OpenCV in this process: recordings by the FFmpeg it brings along, devices by V4L2.</summary>
internal sealed class OpenCvFrameSource(CameraAddress address, FrameSourceOptions options, TimeProvider timeProvider)
    : BlockingFrameSource(timeProvider)
{
    private readonly Mat _decoded = new();
    private readonly Mat _fitted = new();
    private VideoCapture? _capture;
    private RecordingFile _file;
    private double _firstMilliseconds;
    private long _count;
    private TimeSpan _lastTime;

    protected override bool ReadNext(VideoFrame frame)
    {
        try
        {
            _capture ??= Open();
            if (!_capture.Read(_decoded) || _decoded.Empty())
                return End();
            var milliseconds = _capture.Get(VideoCaptureProperties.PosMsec);
            Hand(frame, milliseconds);
            return true;
        }
        catch (Exception e) when (e is OpenCVException or OpenCvSharpException)
        {
            throw new CaptureException($"OpenCV cannot go on with {address}: {e.Message}", e);
        }
    }

    /// <summary>A native read cannot be interrupted: its thread closes up when the driver lets it go.</summary>
    protected override void Unblock()
    {
    }

    protected override void Close()
    {
        _capture?.Dispose();
        _decoded.Dispose();
        _fitted.Dispose();
    }

    private VideoCapture Open()
    {
        if (address.Kind == AddressKind.Device)
            return OpenCvDevice.Open(address, options);
        _file = RecordingFile.Check(address);
        var capture = new VideoCapture(address.Value, VideoCaptureAPIs.FFMPEG);
        if (capture.IsOpened() && capture is not { FrameWidth: 0, FrameHeight: 0 })
            return capture;
        var sizeless = capture.IsOpened();
        capture.Dispose();
        throw RecordingFault.Of(address, sizeless
            ? RecordingFault.NoSize
            : "is not a video that OpenCV can read: it holds no video, is damaged, or is in another format. The backend 'ffmpeg' reads more and says more.");
    }

    private void Hand(VideoFrame frame, double milliseconds)
    {
        if (_count == 0)
            _firstMilliseconds = milliseconds;
        var time = ToTime(milliseconds - _firstMilliseconds);
        if (_count > 0 && time <= _lastTime)
            throw new CaptureException($"{address}: picture {_count} is not later than the one before it, so OpenCV cannot tell its time. The backend 'ffmpeg' can.");
        CopyPixels(frame);
        (frame.SourceWidth, frame.SourceHeight) = (_decoded.Width, _decoded.Height);
        frame.Index = _count++;
        frame.PresentationTime = frame.CapturedAt = _lastTime = time;
    }

    private void CopyPixels(VideoFrame frame)
    {
        var (width, height) = LongSideLimit.Apply(_decoded.Width, _decoded.Height, options.MaxLongSidePixels);
        var fits = (width, height) == (_decoded.Width, _decoded.Height);
        if (!fits)
            Cv2.Resize(_decoded, _fitted, new Size(width, height), 0, 0, InterpolationFlags.Area);
        frame.Resize(width, height);
        BgrPixels.CopyToRgb((fits ? _decoded : _fitted).AsSpan<byte>(), frame.Rgb);
    }

    private bool End()
    {
        if (address.IsLive)
            throw new CaptureException($"{address} has stopped sending pictures. Check its plug, and that no other program uses it.");
        if (_file.MissingBytes > 0 || EndsBeforeItsTime())
            throw RecordingFault.CutShort(address, _count, _lastTime);
        if (_count == 0)
            throw RecordingFault.Of(address, RecordingFault.NoPicture);
        return false;
    }

    // OpenCV keeps the demuxer's complaints to itself. In MP4 and QuickTime the boxes tell, and the frame count counts
    // pictures that an edit list hides; elsewhere the declared length is true up to the last picture's duration.
    private bool EndsBeforeItsTime()
    {
        if (_file.IsIsoMedia || _capture is not { Fps: > 0, FrameCount: > 0 } capture)
            return false;
        var declared = TimeSpan.FromSeconds(capture.FrameCount / capture.Fps);
        return _lastTime < (declared * 0.9) - TimeSpan.FromSeconds(1);
    }

    // OpenCV computes time stamp × time base in floating point; a half tick must not fall to either side by chance.
    private static TimeSpan ToTime(double milliseconds) =>
        TimeSpan.FromTicks((long)Math.Floor((milliseconds * TimeSpan.TicksPerMillisecond) + 0.5 + 1e-3));
}
