using System.Numerics;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// Where the patient faces, level: across the lines through hips and shoulders, or where the feet point when neither is known. It is
/// smoothed over a step or so, for pelvis and shoulders swing to and fro in walking.
/// </summary>
internal sealed class Facing
{
    private const double CutoffHz = 1;

    private readonly CausalLowPass _x = new(CutoffHz);
    private readonly CausalLowPass _z = new(CutoffHz);

    /// <summary>Takes in the next pose.</summary>
    /// <returns>A level direction of length 1; zero until there is one.</returns>
    public Vector3 Add(TimeSpan at, in BodyPoints body)
    {
        var towards = Across(body[BodyPoint.LeftHip], body[BodyPoint.RightHip]) + Across(body[BodyPoint.LeftShoulder], body[BodyPoint.RightShoulder]);
        if (towards == Vector3.Zero)
            towards = Level(body[BodyPoint.LeftFront] - body[BodyPoint.LeftRear]) + Level(body[BodyPoint.RightFront] - body[BodyPoint.RightRear]);
        towards = Level(towards);
        if (towards != Vector3.Zero)
            Last = Level(new Vector3((float)_x.Apply(at, towards.X), 0, (float)_z.Apply(at, towards.Z)));
        return Last;
    }

    private Vector3 Last { get; set; }

    public void Reset()
    {
        _x.Reset();
        _z.Reset();
    }

    private static Vector3 Across(Vector3 left, Vector3 right) => Level(new Vector3(left.Z - right.Z, 0, right.X - left.X));

    private static Vector3 Level(Vector3 direction)
    {
        direction.Y = 0;
        var length = direction.Length();
        return length > 0 ? direction / length : Vector3.Zero;
    }
}
