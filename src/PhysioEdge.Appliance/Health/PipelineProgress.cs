namespace PhysioEdge.Appliance.Health;

/// <summary>Whether pictures that come are also worked on: what the watchdog is fed by. May be called from any thread, again and again.</summary>
/// <param name="read">How many pictures of each camera have come, and how many of them were worked on.</param>
/// <param name="time">The clock.</param>
internal sealed class PipelineProgress(Func<IReadOnlyList<PictureCounts>> read, TimeProvider time)
{
    /// <summary>Longer than anything takes that the pipeline does for one picture, its model's first included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (PictureCounts Counts, long Since)> _seen = new(StringComparer.Ordinal);

    /// <summary>The camera whose pictures have been coming for <see cref="Patience"/> without one being worked on; null if there is none.</summary>
    public string? FindStuck()
    {
        lock (_gate)
        {
            foreach (var now in read())
            {
                if (!_seen.TryGetValue(now.Camera, out var seen) || now.Processed != seen.Counts.Processed || now.Captured == seen.Counts.Captured)
                    _seen[now.Camera] = (now, time.GetTimestamp());
                else if (time.GetElapsedTime(seen.Since) >= Patience)
                    return now.Camera;
            }
        }

        return null;
    }
}

/// <summary>What became of one camera's pictures.</summary>
/// <param name="Camera">The camera.</param>
/// <param name="Captured">How many have come.</param>
/// <param name="Processed">How many of those were worked on.</param>
internal readonly record struct PictureCounts(string Camera, long Captured, long Processed);
