using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>How much of a body the feet bear, and how much the stool: as a lever on two supports, the seat under the hips and the heels.</summary>
internal sealed class Seating
{
    /// <summary>The flesh gives way: so much higher the hips still touch the seat, metres.</summary>
    private const float TouchMetres = 0.03f;

    /// <summary>Feet, shanks and half of the thighs rest on the feet however far back one sits.</summary>
    private const float LeastShare = 0.2f;

    private readonly float? _seatedHipMetres;

    public Seating(MotionScript script)
    {
        if (script.Seat is null)
            return;
        var skeleton = new Skeleton();
        Kinematics.Pose(script.Body, PostureCurves.SitToStand(script.Body, new RepetitionPlan())(0, default), skeleton);
        _seatedHipMetres = skeleton.MidHip.Y;
    }

    /// <param name="skeleton">The body.</param>
    /// <param name="centreOfMass">Its centre of mass.</param>
    /// <returns>The share on the feet, 0–1.</returns>
    public float OnFeet(Skeleton skeleton, Vector3 centreOfMass)
    {
        if (_seatedHipMetres is not { } seated)
            return 1;
        var touching = Math.Clamp(1 - ((skeleton.MidHip.Y - seated) / TouchMetres), 0, 1);
        var ahead = Vector3.Transform(Vector3.UnitZ, skeleton.Trunk) with { Y = 0 };
        var nearerHeel = MathF.Min(FromHips(BodyLandmark.LeftHeel), FromHips(BodyLandmark.RightHeel));
        var lever = Vector3.Dot(centreOfMass - skeleton.MidHip, ahead) / MathF.Max(0.01f, nearerHeel);
        return 1 - (touching * (1 - Math.Clamp(lever, LeastShare, 1)));

        float FromHips(BodyLandmark heel) => Vector3.Dot(skeleton[heel] - skeleton.MidHip, ahead);
    }
}
