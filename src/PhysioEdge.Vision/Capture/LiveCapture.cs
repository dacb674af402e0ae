using System.Globalization;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Vision.Capture;

/// <summary>Keeps a live camera going: closes it when it falls silent, and opens it again with growing patience.</summary>
internal sealed class LiveCapture(
    CameraAddress address, CameraOptions options, TimeProvider timeProvider, Func<IFrameSource> open, FrameQueue queue, CameraHealth health, CaptureGate gate)
{
    private readonly LiveTimeline _timeline = new(timeProvider, options.StallTimeout);
    private readonly VideoFrame _frame = new();
    private int _failedStarts;
    private long? _streamingSince;

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!gate.IsOpen)
                health.Enter(CameraState.SwitchedOff);
            var allowed = await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            if (await StreamAsync(allowed, cancellationToken).ConfigureAwait(false) is not { } failure)
                continue;
            await Task.Delay(Failed(failure), timeProvider, cancellationToken).ConfigureAwait(false);
            health.Restarted();
        }
    }

    /// <summary>Streams until it breaks.</summary>
    /// <returns>What went wrong, in words; null when it was switched off.</returns>
    private async Task<string?> StreamAsync(CancellationToken allowed, CancellationToken cancellationToken)
    {
        // A failed camera stays failed in the eyes of the world until a picture comes.
        if (_failedStarts < options.FailedStartLimit)
            health.Enter(CameraState.Starting);
        _streamingSince = null;
        _timeline.Restart();
        using var watchdog = new CancellationTokenSource(options.StartTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, allowed, watchdog.Token);
        try
        {
            await PumpAsync(watchdog, either.Token).ConfigureAwait(false);
            return $"{address} has ended its stream.";
        }
        catch (CaptureException e)
        {
            return allowed.IsCancellationRequested ? null : e.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return allowed.IsCancellationRequested ? null : Silence();
        }
    }

    private async Task PumpAsync(CancellationTokenSource watchdog, CancellationToken cancellationToken)
    {
        var source = open();
        await using var closing = source.ConfigureAwait(false);
        while (await source.ReadAsync(_frame, cancellationToken).ConfigureAwait(false))
        {
            watchdog.CancelAfter(options.StallTimeout);
            health.Captured(_frame);
            _frame.CapturedAt = _timeline.CapturedAt(_frame.PresentationTime);
            await queue.WriteAsync(_frame, cancellationToken).ConfigureAwait(false);
            if (_streamingSince is not null)
                continue;
            _streamingSince = timeProvider.GetTimestamp();
            health.Enter(CameraState.Streaming);
        }
    }

    private string Silence()
    {
        if (_streamingSince is null)
            return $"{address} {InSeconds("has sent no picture in the first", options.StartTimeout)}. Check the address, and that the camera is switched on.";
        var silence = $"{address} {InSeconds("has sent no picture for", options.StallTimeout)}. Check its cable and power.";
        health.Enter(CameraState.Stalled, silence);
        return silence;
    }

    private static string InSeconds(string what, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {time.TotalSeconds:0.###} s");

    /// <returns>How long to wait before the next start.</returns>
    private TimeSpan Failed(string failure)
    {
        var wasSound = _streamingSince is { } since && timeProvider.GetElapsedTime(since) >= options.MaxBackOff;
        _failedStarts = wasSound ? 1 : _failedStarts + 1;
        if (_failedStarts >= options.FailedStartLimit)
        {
            health.Enter(CameraState.Failed, failure);
            return options.FailedRetryInterval;
        }

        health.Enter(CameraState.BackingOff, failure);
        return BackOff.After(_failedStarts, options);
    }
}
