using Microsoft.Extensions.Logging;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Vision.Capture;

/// <summary>
/// A camera that keeps itself going: it opens its source with the first read, closes it when it falls silent,
/// opens it again, and says how it is doing. A live camera hands out its newest picture, and so does a recording
/// played in real time; one that plays faster, every picture. For one reader at a time.
/// </summary>
public sealed class Camera : IFrameSource
{
    private readonly CancellationTokenSource _closing = new();
    private readonly CameraHealth _health;
    private readonly FrameQueue _queue;
    private readonly Lazy<Task> _run;

    /// <exception cref="CaptureException">The address cannot be one.</exception>
    public Camera(CameraOptions options, TimeProvider timeProvider, ILogger<Camera> logger, CaptureGate? gate = null)
        : this(options, timeProvider, logger, () => FrameSource.Open(options, timeProvider), gate)
    {
    }

    /// <summary>A camera whose pictures come from elsewhere than its address, and are treated as those of the address would be.</summary>
    /// <exception cref="CaptureException">The address cannot be one.</exception>
    public Camera(CameraOptions options, TimeProvider timeProvider, ILogger logger, Func<IFrameSource> open, CaptureGate? gate = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var address = CameraAddress.Parse(options.Address);
        _health = new(options.Name, logger);
        _health.Changed += status => StatusChanged?.Invoke(this, WithDrops(status));
        _queue = new(address.IsLive || options.ReplaySpeed <= 1 ? QueuePolicy.LatestOnly : QueuePolicy.Lossless);
        _run = new(() => RunAsync(address.IsLive
            ? new LiveCapture(address, options, timeProvider, open, _queue, _health, gate ?? new()).RunAsync
            : new RecordingCapture(options, timeProvider, open, _queue, _health, gate ?? new()).RunAsync));
    }

    /// <summary>Tells every change of state, on the thread of the camera: do not keep it.</summary>
    public event EventHandler<CameraStatus>? StatusChanged;

    public CameraStatus Status => WithDrops(_health.Status);

    /// <summary>Waits for the next picture, with the time it was taken.</summary>
    /// <returns>False at the end of a recording, and when the camera is closed. A live camera that is broken is waited for.</returns>
    /// <exception cref="CaptureException">A recording that cannot be read, or not to its end.</exception>
    public ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        _ = _run.Value;
        return _queue.ReadAsync(frame, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        if (_run.IsValueCreated)
            await _run.Value.ConfigureAwait(false);
        _queue.Complete(null);
    }

    private async Task RunAsync(Func<CancellationToken, Task> capture)
    {
        var run = Task.Run(() => capture(_closing.Token), CancellationToken.None);
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var failure = run.Exception?.InnerException;
        _health.Enter(failure is null ? CameraState.Ended : CameraState.Failed, failure?.Message);
        _queue.Complete(failure);
    }

    private CameraStatus WithDrops(CameraStatus status) => status with { Dropped = _queue.Dropped };
}
