namespace PhysioEdge.Simulation.Body;

/// <summary>
/// The lengths and thicknesses of a body, derived from its height.
/// </summary>
/// <remarks>
/// Segment lengths are the fractions of height of Drillis and Contini, "Body Segment Parameters" (1966), as printed in
/// Winter, "Biomechanics and Motor Control of Human Movement", figure 4.1. Deviation: that figure gives the outer breadths of
/// hips and shoulders; the joint centres used here lie further in. Thicknesses are rounded averages of adults.
/// </remarks>
public sealed record BodySize
{
    /// <summary>The thickness of a shoe's sole under the heel, metres.</summary>
    internal const float ShoeSole = 0.02f;

    /// <summary>Gets the standing height without shoes, metres.</summary>
    public float HeightMetres { get; init; } = 1.75f;

    /// <summary>Gets the thickness of limbs and trunk against the average, 1 = average; about 0.85 is slight, 1.3 heavy.</summary>
    public float GirthFactor { get; init; } = 1;

    /// <summary>Gets the height of the ankle joint above the floor, in shoes, metres.</summary>
    public float AnkleHeight => (0.039f * HeightMetres) + ShoeSole;

    public float Shank => 0.246f * HeightMetres;

    public float Thigh => 0.245f * HeightMetres;

    /// <summary>Gets the distance from mid-hip to mid-shoulder, metres.</summary>
    public float Trunk => 0.288f * HeightMetres;

    /// <summary>Gets the height of chin to crown, metres.</summary>
    public float HeadHeight => 0.130f * HeightMetres;

    public float UpperArm => 0.186f * HeightMetres;

    public float Forearm => 0.146f * HeightMetres;

    /// <summary>Gets the distance from wrist to fingertip, metres.</summary>
    public float Hand => 0.108f * HeightMetres;

    /// <summary>Gets the distance from the back of the heel to the tip of the toes, metres.</summary>
    public float FootLength => 0.152f * HeightMetres;

    /// <summary>Gets the distance between the two hip joint centres, metres.</summary>
    public float HipSpacing => 0.105f * HeightMetres;

    /// <summary>Gets the distance between the two shoulder joint centres, metres.</summary>
    public float ShoulderSpacing => 0.205f * HeightMetres;

    /// <summary>Gets the distance between the ankles when standing at ease, metres.</summary>
    public float StanceWidth => 0.150f * HeightMetres;

    /// <summary>A thickness given as a fraction of height for the average build, metres.</summary>
    internal float Girth(float fractionOfHeight) => fractionOfHeight * HeightMetres * GirthFactor;
}
