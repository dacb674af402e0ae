using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.Streams;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>What one notification brought; the lists are used again for the next.</summary>
internal sealed class WearerFindings
{
    public List<(Side Side, InsoleFrame Frame)> Frames { get; } = [];

    public List<HeartFrame> Beats { get; } = [];

    public List<InsoleStep> Steps { get; } = [];

    /// <summary>Gets what the steps of a leg with a prescribed limit bore.</summary>
    public List<StepLoad> Loads { get; } = [];

    /// <summary>Gets what is to be told to the patient at once.</summary>
    public List<LoadWarning> Warnings { get; } = [];

    public List<Flag> Flags { get; } = [];

    public void Clear()
    {
        Frames.Clear();
        Beats.Clear();
        Steps.Clear();
        Loads.Clear();
        Warnings.Clear();
        Flags.Clear();
    }
}

/// <summary>What a device has sent.</summary>
/// <param name="Packets">Decoded, and refused by reason.</param>
/// <param name="Lost">Samples that never came while the link stood.</param>
/// <param name="Repeated">Packets that came twice or too late.</param>
internal readonly record struct DeviceCounts(DecodeCounters Packets, long Lost, long Repeated);
