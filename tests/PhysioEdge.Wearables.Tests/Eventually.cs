namespace PhysioEdge.Wearables.Tests;

/// <summary>For what another thread does in a moment and does not tell.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task IsTrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!condition())
        {
            Assert.False(patience.IsCancellationRequested, "It has not come about.");
            await Task.Yield();
        }
    }
}
