using System.Numerics;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// How the trunk moves: the mean of those of hips and shoulders that are known, for one that is lost or jumps matters little. Where none
/// is, the feet tell: their middle goes as far as the trunk in each step, if not as evenly, so that its mean over some steps will do.
/// </summary>
internal sealed class BodyMotion
{
    /// <summary>A quarter of the 1.6 steps per second of usual walking, in which the middle of the feet stops and goes.</summary>
    private const double CutoffHz = 0.4;

    private readonly CausalLowPass _x = new(CutoffHz);
    private readonly CausalLowPass _z = new(CutoffHz);

    /// <summary>Takes in the next moment.</summary>
    /// <returns>The level velocity of the trunk, m/s; NaN while neither trunk nor feet are known.</returns>
    public Vector3 Add(in Moment moment)
    {
        var feet = Mean(moment.Velocities, BodyPoint.LeftRear, BodyPoint.RightFront);
        if (!float.IsNaN(feet.X))
            feet = new Vector3((float)_x.Apply(moment.At, feet.X), 0, (float)_z.Apply(moment.At, feet.Z));
        var trunk = Mean(moment.Velocities, BodyPoint.LeftHip, BodyPoint.RightShoulder);
        return float.IsNaN(trunk.X) ? feet : trunk;
    }

    public void Reset()
    {
        _x.Reset();
        _z.Reset();
    }

    private static Vector3 Mean(in BodyPoints velocities, BodyPoint from, BodyPoint to)
    {
        var (sum, count) = (Vector3.Zero, 0);
        for (var point = from; point <= to; point++)
        {
            if (!float.IsNaN(velocities[point].X))
                (sum, count) = (sum + velocities[point], count + 1);
        }

        return sum / count;
    }
}
