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
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        while (!TryPut(frame))
            await _space.WaitAsync(cancellationToken).ConfigureAwait(false);
        _arrival.Open();
    }

    /// <summary>Waits for the next picture; false when there will be none.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(frame, out var ended))
            {
                _space.Open();
                return true;
            }

            if (ended)
                return false;
            await _arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

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

    private bool TryPut(VideoFrame frame)
    {
        lock (_lock)
        {
            if (_filled && policy == QueuePolicy.Lossless)
                return false;
            if (_filled)
                Interlocked.Increment(ref _dropped);
            _slot.Swap(frame);
            return _filled = true;
        }
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
            return true;
        }
    }
}
