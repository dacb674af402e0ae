using System.Numerics;

namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>A foot's place on the floor.</summary>
/// <param name="Side">1 for left, −1 for right.</param>
/// <param name="Centre">The floor below the body's middle when it stands there: x to the left, y = 0, z ahead, metres.</param>
/// <param name="FacingDegrees">Where the body faces there.</param>
/// <param name="HalfWidthMetres">How far the ankle is to the side of the centre.</param>
/// <param name="Contact">When the foot lands, seconds from the walk's start.</param>
internal readonly record struct Footprint(float Side, Vector3 Centre, float FacingDegrees, float HalfWidthMetres, float Contact)
{
    public float HeadingDegrees => FacingDegrees + (Side * Kinematics.ToeOutDegrees);

    /// <summary>Gets the floor below the ankle of the foot standing flat.</summary>
    public Vector3 Place => Centre + Vector3.Transform(Side * HalfWidthMetres * Vector3.UnitX, Angle.AboutY(FacingDegrees));
}
