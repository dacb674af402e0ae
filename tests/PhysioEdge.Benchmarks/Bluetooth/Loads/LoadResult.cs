namespace PhysioEdge.Benchmarks.Bluetooth.Loads;

/// <summary>What the receiving process found.</summary>
internal sealed record LoadResult
{
    /// <summary>Gets how long it took until all insoles streamed, s.</summary>
    public required double LinkedAfterSeconds { get; init; }

    public required long Notifications { get; init; }

    /// <summary>Gets the samples that were missing by the insoles' counters, and the notifications that overflowed.</summary>
    public required long Lost { get; init; }

    public required long Steps { get; init; }

    /// <summary>Gets the processor time over the time that went by.</summary>
    public required double CoreShare { get; init; }

    public required double WorkingSetBeforeMegabytes { get; init; }

    public required double WorkingSetMegabytes { get; init; }

    public required double BytesPerNotification { get; init; }

    /// <summary>Gets the time from the arrival of a notification to its having gone through the pipeline: median, 99 %, longest, ms.</summary>
    public required double[] ProcessedMilliseconds { get; init; }

    /// <summary>Gets the time from the arrival of a notification to its samples coming out, ms: they wait for those of the other foot.</summary>
    public required double[] MeasuredMilliseconds { get; init; }
}
