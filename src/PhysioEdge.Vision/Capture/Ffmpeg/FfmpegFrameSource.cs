using PhysioEdge.Vision.Capture.Recordings;

namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>Pictures from an ffmpeg process by a pipe: recordings, network cameras and devices.</summary>
internal sealed class FfmpegFrameSource(CameraAddress address, FrameSourceOptions options, TimeProvider timeProvider)
    : BlockingFrameSource(timeProvider)
{
    private readonly TimeProvider _timeProvider = timeProvider;
    private readonly Lock _lock = new();
    private FfmpegChild? _child;
    private RecordingFile _file;
    private long? _firstTimestamp;
    private long _count;
    private TimeSpan _lastTime;

    protected override bool ReadNext(VideoFrame frame)
    {
        var child = _child ?? Open();
        if (!child.Log.Take(out var picture))
            return End(child);
        var (width, height) = LongSideLimit.Apply(picture.SourceWidth, picture.SourceHeight, options.MaxLongSidePixels);
        frame.Resize(width, height);
        if (!child.ReadPixels(frame.Rgb))
            return End(child);
        (frame.SourceWidth, frame.SourceHeight) = (picture.SourceWidth, picture.SourceHeight);
        frame.Index = _count;
        frame.PresentationTime = frame.CapturedAt = _lastTime = TimeOf(picture);
        _count++;
        return true;
    }

    protected override void Unblock()
    {
        lock (_lock)
            _child?.Kill();
    }

    protected override void Close()
    {
        lock (_lock)
        {
            _child?.Dispose();
            _child = null;
        }
    }

    private FfmpegChild Open()
    {
        if (address.Kind == AddressKind.Recording)
            _file = RecordingFile.Check(address);
        if (address.Kind == AddressKind.Device)
            DeviceFile.Check(address);
        lock (_lock)
        {
            // Abandoned before there was anything to kill: the child must not stay behind.
            ObjectDisposedException.ThrowIf(IsAbandoned, this);
            return _child = new(address, options, _timeProvider);
        }
    }

    private TimeSpan TimeOf(PictureStamp picture)
    {
        if (picture.Timestamp is not { } timestamp)
            throw new CaptureException($"{address}: picture {_count} carries no time. Wrap the stream into a container that keeps times: ffmpeg -i IN -c copy OUT.mkv");
        _firstTimestamp ??= timestamp;
        return picture.TimeBase.Times(timestamp - _firstTimestamp.Value);
    }

    private bool End(FfmpegChild child)
    {
        var exitCode = child.WaitForExit();
        if (address.IsLive || exitCode != 0 || _count == 0)
            throw FfmpegFailure.Explain(address, child.Log.Errors, exitCode, _count == 0 ? null : _lastTime);
        if (_file.MissingBytes > 0 || child.Log.IsCutShort)
            throw RecordingFault.CutShort(address, _count, _lastTime);
        return false;
    }
}
