using System.Runtime.CompilerServices;

namespace PhysioEdge.Vision.Capture;

/// <summary>
/// A source whose reads block: they run on a thread of its own, which is abandoned when it hangs in a driver.
/// The thread fills a buffer of its own that is traded for the caller's, so an abandoned read can never write into it.
/// </summary>
internal abstract class BlockingFrameSource : IFrameSource
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _requests = new(0);
    private readonly AsyncGate _answered = new();
    private readonly VideoFrame _filled = new();
    private readonly Task _loop;
    private volatile bool _abandoned;

    protected BlockingFrameSource(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = _loop.ContinueWith(
            static (_, gate) => ((AsyncGate)gate!).Open(), _answered, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    protected bool IsAbandoned => _abandoned;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_abandoned, this);
        if (_loop.IsCompleted)
            return await EndAsync().ConfigureAwait(false);
        _requests.Release();
        try
        {
            await _answered.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Abandon();
            throw;
        }

        if (_loop.IsCompleted)
            return await EndAsync().ConfigureAwait(false);
        frame.Swap(_filled);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Abandon();
        await _loop.WaitAsync(LongestGoodbye, _timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Reads the next picture on the source's own thread; false at the end.</summary>
    protected abstract bool ReadNext(VideoFrame frame);

    /// <summary>Makes a <see cref="ReadNext"/> that blocks return, where that is possible. Called from any thread, more than once.</summary>
    protected abstract void Unblock();

    /// <summary>Gives everything back, on the source's own thread.</summary>
    protected abstract void Close();

    private void Abandon()
    {
        _abandoned = true;
        Unblock();
        _requests.Release();
    }

    private async ValueTask<bool> EndAsync()
    {
        await _loop.ConfigureAwait(false);
        return false;
    }

    private void Loop()
    {
        try
        {
            _requests.Wait();
            while (!_abandoned && ReadNext(_filled))
            {
                _answered.Open();
                _requests.Wait();
            }
        }
        finally
        {
            Close();
        }
    }
}
