using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PhysioEdge.Vision.Capture;

/// <summary>
/// Hands pictures from one producer to one consumer by trading buffers: three in all, filled again and again,
/// so that nothing is copied or allocated per picture.
/// </summary>
internal sealed class FrameQueue(QueuePolicy policy)
{
    private readonly Lock _lock = new();
    private readonly AsyncGate _arrival = new();
    private readonly AsyncGate _space = new();
    private readonly VideoFrame _slot = new();
    private ExceptionDispatchInfo? _failure;
    private bool _filled;
    private bool _completed;
    private long _dropped;

    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Takes the picture over; the buffer comes back with one that is no longer needed.</summary>
    public ValueTask WriteAsync(VideoFrame frame, CancellationToken cancellationToken) =>
        TryPut(frame) ? ValueTask.CompletedTask : WaitAndWriteAsync(frame, cancellationToken);

    /// <summary>Waits for the next picture; false when there will be none.</summary>
    public ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken) =>
        TryTake(frame, out var ended) || ended ? ValueTask.FromResult(!ended) : WaitAndReadAsync(frame, cancellationToken);

    /// <summary>No more pictures: the reader gets the last one, then the end, or the failure.</summary>
    public void Complete(Exception? failure)
    {
        lock (_lock)
        {
            _failure = failure is null ? null : ExceptionDispatchInfo.Capture(failure);
            _completed = true;
        }

        _arrival.Open();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitAndWriteAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        do
            await _space.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (!TryPut(frame));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAndReadAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        bool ended;
        do
            await _arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (!TryTake(frame, out ended) && !ended);
        return !ended;
    }

    private bool TryPut(VideoFrame frame)
    {
        lock (_lock)
        {
            if (_filled && policy == QueuePolicy.Lossless)
                return false;
            if (_filled)
                Interlocked.Increment(ref _dropped);
            _slot.Swap(frame);
            _filled = true;
        }

        _arrival.Open();
        return true;
    }

    private bool TryTake(VideoFrame frame, out bool ended)
    {
        lock (_lock)
        {
            ended = _completed && !_filled;
            if (!_filled)
            {
                if (ended)
                    _failure?.Throw();
                return false;
            }

            frame.Swap(_slot);
            _filled = false;
        }

        _space.Open();
        return true;
    }
}
