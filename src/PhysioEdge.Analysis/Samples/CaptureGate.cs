namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// Whether cameras and wearables may take anything in. One gate is before all of a box's sources, so that one switch stops them all.
/// May be used from any thread.
/// </summary>
public sealed class CaptureGate : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _closed = new();
    private TaskCompletionSource _opened = Done();

    /// <summary>Gets a value indicating whether samples may be taken in now.</summary>
    public bool IsOpen => !Allowed.IsCancellationRequested;

    private CancellationToken Allowed
    {
        get
        {
            lock (_gate)
                return _closed.Token;
        }
    }

    /// <summary>Stops everything that is taken in. Closing it twice is closing it once.</summary>
    public void Close()
    {
        CancellationTokenSource now;
        lock (_gate)
        {
            if (_closed.IsCancellationRequested)
                return;
            _opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            now = _closed;
        }

        now.Cancel();
    }

    /// <summary>Lets samples be taken in again.</summary>
    public void Open()
    {
        TaskCompletionSource opened;
        lock (_gate)
        {
            if (!_closed.IsCancellationRequested)
                return;
            _closed = new CancellationTokenSource();
            opened = _opened;
        }

        opened.SetResult();
    }

    /// <summary>Waits until it is open.</summary>
    /// <param name="cancellationToken">Cancelled to wait no more.</param>
    /// <returns>The token that is cancelled as soon as it is closed again.</returns>
    /// <exception cref="OperationCanceledException">It was waited no more.</exception>
    public async ValueTask<CancellationToken> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task opened;
            lock (_gate)
            {
                if (!_closed.IsCancellationRequested)
                    return _closed.Token;
                opened = _opened.Task;
            }

            await opened.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _closed.Dispose();

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
