using System.Numerics;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>One reading of the motion sensor in an insole, whose axes may point anywhere but are right-handed.</summary>
/// <param name="Acceleration">The specific force, in any unit: only its direction counts. It points up at rest.</param>
/// <param name="AngularVelocity">The angular velocity about the same axes, rad/s.</param>
public readonly record struct FootMotion(Vector3 Acceleration, Vector3 AngularVelocity)
{
    /// <summary>Gets a value indicating whether every axis was read.</summary>
    public bool IsKnown => float.IsFinite(Vector3.Dot(Acceleration, AngularVelocity));
}
