using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Health;

/// <summary>Whether pictures that come are also worked on: what the watchdog is fed by. May be called from any thread.</summary>
internal sealed class PipelineProgress(IReadOnlyList<CameraView> cameras, TimeProvider time)
{
    /// <summary>Longer than anything takes that the pipeline does for one picture, its model's first included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly (long Processed, long Captured, long Since)[] _seen = [.. cameras.Select(_ => (0L, 0L, time.GetTimestamp()))];

    /// <summary>The camera whose pictures have been coming for <see cref="Patience"/> without one being worked on; null if there is none.</summary>
    public string? FindStuck()
    {
        lock (_gate)
        {
            for (var i = 0; i < cameras.Count; i++)
            {
                var (processed, captured) = (cameras[i].Processed, cameras[i].Camera.Captured);
                if (processed != _seen[i].Processed || captured == _seen[i].Captured)
                    _seen[i] = (processed, captured, time.GetTimestamp());
                else if (time.GetElapsedTime(_seen[i].Since) >= Patience)
                    return cameras[i].Id;
            }
        }

        return null;
    }
}
