namespace PhysioEdge.TestKit;

/// <summary>How much managed memory work takes.</summary>
public static class AllocatedBytes
{
    private const int Rounds = 5;

    /// <summary>
    /// The bytes that one round of the work allocates on this thread, the least of several rounds: a collection or a compilation that
    /// another test sets off meanwhile is counted here too.
    /// </summary>
    public static long Of(Action round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var least = long.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
