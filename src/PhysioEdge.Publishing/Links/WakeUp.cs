namespace PhysioEdge.Publishing.Links;

/// <summary>Tells one waiting worker that there is work. Set while it is busy, it is seen at the next wait; often is once.</summary>
internal sealed class WakeUp
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set()
    {
        lock (_gate)
            _signal.TrySetResult();
    }

    /// <summary>Waits for the signal, at most so long; null is for ever.</summary>
    /// <returns>False if the time was up.</returns>
    public async Task<bool> WaitAsync(TimeSpan? limit, TimeProvider time, CancellationToken cancellationToken)
    {
        Task signal;
        lock (_gate)
            signal = _signal.Task;

        using var timeUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, Task.Delay(limit ?? Timeout.InfiniteTimeSpan, time, timeUp.Token));
        await timeUp.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_signal.Task.IsCompleted)
                return false;
            _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }
}
