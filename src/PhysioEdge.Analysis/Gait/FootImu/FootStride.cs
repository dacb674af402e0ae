using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>One stride of a foot, from mid-stance to mid-stance: the foot leaves the floor and lands once.</summary>
/// <param name="Side">The foot.</param>
/// <param name="Start">The mid-stance before: when the foot turned least.</param>
/// <param name="End">The mid-stance after.</param>
/// <param name="ToeOff">When the foot left the floor.</param>
/// <param name="InitialContact">When it touched the floor again.</param>
public readonly record struct FootStride(Side Side, TimeSpan Start, TimeSpan End, TimeSpan ToeOff, TimeSpan InitialContact)
{
    /// <summary>Gets the time from the initial contact before to this one, s; null after a pause, or when the one before is not known.</summary>
    public double? StrideTimeSeconds { get; init; }

    /// <summary>Gets the horizontal way of the foot, m; null where samples are missing or the stride took too long to be integrated.</summary>
    public double? LengthMetres { get; init; }

    /// <summary>Gets the foot clearance as the sensor tells it: how high it rose above the line between its places at mid-stance, m; null with <see cref="LengthMetres"/>.</summary>
    /// <remarks>
    /// It is the largest height of the sensor, which follows the heel that rises, where the clearance of heel and toe needs to be known
    /// where in the shoe the sensor is (Mariani et al., "Heel and toe clearance estimation for gait analysis using wireless inertial
    /// sensors", IEEE Trans Biomed Eng 2012). It compares one wearer's strides with each other, not with the clearance of toes in the literature.
    /// </remarks>
    public double? ClearanceMetres { get; init; }

    /// <summary>Gets how far the foot turned about the vertical, degrees, positive to the patient's left; null with <see cref="LengthMetres"/>.</summary>
    public double? TurnDegrees { get; init; }
}
