using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>
/// Where the force acts under a foot: below the centre of mass as far as the foot reaches; a step begins at the heel and ends at the toes.
/// </summary>
internal static class PressureCentre
{
    private const float Hindmost = -0.36f;
    private const float Foremost = 0.34f;
    private const float RollSeconds = 0.35f;

    /// <summary>Where people stand on their feet; the figure stands with its centre of mass over the ankles, further back.</summary>
    private const float Standing = -0.08f;

    public static (float X, float Y) Of(BodySize body, Skeleton skeleton, Side side, in Stance stance, Vector3 centreOfMass, double seconds)
    {
        var (ankle, foot) = side == Side.Left
            ? (skeleton[BodyLandmark.LeftAnkle], skeleton.LeftFoot)
            : (skeleton[BodyLandmark.RightAnkle], skeleton.RightFoot);
        var ahead = Vector3.Normalize(Vector3.Transform(Vector3.UnitZ, foot) with { Y = 0 });
        var x = Math.Clamp(Standing + (Vector3.Dot(centreOfMass - ankle, ahead) / body.FootLength), -0.30f, 0.25f);
        if (stance.LandsWalking)
            x = Between(Hindmost, x, (seconds - stance.From) / RollSeconds);
        if (stance.LeavesWalking)
            x = Between(Foremost, x, (stance.To - seconds) / RollSeconds);
        return (x, 0.1f * x);
    }

    private static float Between(float end, float middle, double part) => end + ((middle - end) * MinimumJerk.At((float)part));
}
