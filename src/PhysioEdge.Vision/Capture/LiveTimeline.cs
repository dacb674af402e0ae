namespace PhysioEdge.Vision.Capture;

/// <summary>
/// Puts the pictures of a live camera on the box's time line, the time since timestamp 0, which goes on over restarts and never runs backwards.
/// Between pictures it keeps the camera's own intervals; where it stands is told by the picture that travelled fastest:
/// none can have been taken later than it arrived. A camera clock that falls behind by more than the lag is set anew.
/// </summary>
internal sealed class LiveTimeline(TimeProvider timeProvider, TimeSpan longestLag)
{
    private TimeSpan? _offset;
    private TimeSpan _last = TimeSpan.FromTicks(-1);

    /// <summary>The presentation times that follow count from a new zero.</summary>
    public void Restart() => _offset = null;

    /// <summary>When a picture that arrives now was taken.</summary>
    public TimeSpan CapturedAt(TimeSpan presentationTime)
    {
        var offset = timeProvider.GetElapsedTime(0) - presentationTime;
        if (_offset is not { } current || offset < current || offset > current + longestLag)
            _offset = offset;
        var captured = _offset.Value + presentationTime;
        return _last = captured > _last ? captured : _last + TimeSpan.FromTicks(1);
    }
}
