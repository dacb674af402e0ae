using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Benchmarks.Setup;

/// <summary>The poses that the lite model sees in the footage, to and fro like it.</summary>
internal sealed class Poses
{
    private const int Count = 360;

    private readonly PoseFrame[] _poses = new PoseFrame[Count];

    private Poses()
    {
    }

    public static async Task<Poses> SeeAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var footage = await bench.FootageAsync(480, 640, cancellationToken);
        using var tracker = await bench.CreateTrackerAsync(await bench.LoadAsync(PoseModel.Lite, cancellationToken), cancellationToken);
        var poses = new Poses();
        for (var i = 0; i < Count; i++)
            tracker.Track(footage[i], Footage.TimeOf(i), out poses._poses[i]);
        return poses;
    }

    /// <summary>The pose of any picture of a stream that goes on and on.</summary>
    public PoseFrame At(int index) => _poses[index % Count] with { CapturedAt = Footage.TimeOf(index) };
}
