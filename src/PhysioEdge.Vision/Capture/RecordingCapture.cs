using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Vision.Capture;

/// <summary>Plays a recording: as fast as its pictures are taken, or at a speed like a live camera; once, or again and again.</summary>
internal sealed class RecordingCapture(
    CameraOptions options, TimeProvider timeProvider, Func<IFrameSource> open, FrameQueue queue, CameraHealth health, CaptureGate gate)
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(1) / 30;

    private readonly VideoFrame _frame = new();
    private TimeSpan _passStart;
    private TimeSpan? _last;
    private TimeSpan _interval = UsualInterval;
    private long? _started;

    /// <summary>Runs to the end of the recording.</summary>
    /// <exception cref="CaptureException">It cannot be read, or not to its end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        do
        {
            await PlayToEndAsync(cancellationToken).ConfigureAwait(false);
            _passStart = (_last ?? default) + _interval;
        }
        while (options.Loop);
    }

    private async Task PlayToEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PlayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CaptureException e) when (options.Loop && e.ReadableUntil is not null)
        {
            // A loop over the readable part of a recording is as good a loop as any; the status tells.
            health.Enter(CameraState.Streaming, e.Message);
        }
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        var source = open();
        await using var closing = source.ConfigureAwait(false);
        while (await NextAsync(source, cancellationToken).ConfigureAwait(false))
        {
            health.Captured(_frame);
            health.Enter(CameraState.Streaming);
            var capturedAt = _passStart + _frame.PresentationTime;
            (_interval, _last) = (_last is { } last ? capturedAt - last : UsualInterval, capturedAt);
            _frame.CapturedAt = capturedAt;
            await PaceAsync(capturedAt, cancellationToken).ConfigureAwait(false);
            await queue.WriteAsync(_frame, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next picture; while it is switched off the recording stands still, and goes on from there.</summary>
    private async ValueTask<bool> NextAsync(IFrameSource source, CancellationToken cancellationToken)
    {
        if (!gate.IsOpen)
        {
            var paused = timeProvider.GetTimestamp();
            health.Enter(CameraState.SwitchedOff);
            await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            _started += timeProvider.GetTimestamp() - paused;
        }

        return await source.ReadAsync(_frame, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask PaceAsync(TimeSpan capturedAt, CancellationToken cancellationToken)
    {
        if (options.ReplaySpeed is not { } speed)
            return;
        _started ??= timeProvider.GetTimestamp();
        var early = (capturedAt / speed) - timeProvider.GetElapsedTime(_started.Value);
        if (early > TimeSpan.Zero)
            await Task.Delay(early, timeProvider, cancellationToken).ConfigureAwait(false);
    }
}
