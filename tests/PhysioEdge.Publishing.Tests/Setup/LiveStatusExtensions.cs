namespace PhysioEdge.Publishing.Tests.Setup;

internal static class LiveStatusExtensions
{
    /// <summary>Waits until the status is so; gives up long after it should have been, and tells how it was instead.</summary>
    public static async Task<T> WhenAsync<T>(this LiveStatus<T> status, Func<T, bool> isSo)
        where T : class, new()
    {
        var reached = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        status.Changed += Look;
        Look(status.Value);
        try
        {
            return await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"It stayed {status.Value}.");
        }
        finally
        {
            status.Changed -= Look;
        }

        void Look(T now)
        {
            if (isSo(now))
                reached.TrySetResult(now);
        }
    }
}
