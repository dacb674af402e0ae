using System.Threading.Tasks.Sources;

namespace PhysioEdge.Vision.Capture;

/// <summary>An auto-reset event for one asynchronous waiter that allocates nothing per wait.</summary>
internal sealed class AsyncGate : IValueTaskSource
{
    private readonly Lock _lock = new();
    private ManualResetValueTaskSourceCore<bool> _wait = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _registration;
    private bool _open;
    private bool _waiting;

    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_open)
            {
                _open = false;
                return default;
            }

            _wait.Reset();
            _waiting = true;
        }

        // Outside the lock, because a token cancelled meanwhile calls back at once.
        var wait = new ValueTask(this, _wait.Version);
        _registration = cancellationToken.UnsafeRegister(static (gate, token) => ((AsyncGate)gate!).Cancel(token), this);
        return wait;
    }

    /// <summary>Lets the waiter, or the next one to come, pass.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (!_waiting)
            {
                _open = true;
                return;
            }

            _waiting = false;
        }

        _wait.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token)
    {
        _registration.Unregister();
        _wait.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    private void Cancel(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_waiting)
                return;
            _waiting = false;
        }

        _wait.SetException(new OperationCanceledException(cancellationToken));
    }
}
