using System.Numerics;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.JointAngles;

/// <summary>How the body stands in its own frame: up is away from the floor, forward is where hips and shoulders face.</summary>
/// <remarks>
/// Which way the patient faces comes from the lines through hips and shoulders together, levelled: one of them alone is lost in the
/// noise of the depth when it points at the camera. The camera is taken to be level.
/// </remarks>
public readonly record struct BodyPosture
{
    /// <summary>The frontal plane is seen while the body faces the camera to within some 20°.</summary>
    private const double MostProfile = 0.35;

    /// <summary>A thigh that points at the camera, as in a deep squat, has no direction in the frontal plane.</summary>
    private const double LeastThighSeen = 0.5;

    /// <summary>Gets a value indicating whether there is a pose; else all else is 0.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Gets the forward inclination of the trunk (mid-hip to mid-shoulder), degrees, negative backwards.</summary>
    public double TrunkForwardDegrees { get; init; }

    /// <summary>Gets the inclination of the trunk to the patient's right, degrees, negative to the left.</summary>
    public double TrunkRightDegrees { get; init; }

    /// <summary>Gets how much of the forward direction lies across the picture: 0 facing the camera or turned away, 1 in profile.</summary>
    public double Profile { get; init; }

    /// <summary>Gets where the body faces, degrees, −180 to 180: 0 = the camera, positive towards the right of the picture, ±180 = away.</summary>
    public double FacingDegrees { get; init; }

    /// <summary>Gets how far the left thigh is raised forward from hanging, degrees, negative backwards.</summary>
    public double LeftThighDegrees { get; init; }

    /// <summary>Gets how far the right thigh is raised forward from hanging, degrees, negative backwards.</summary>
    public double RightThighDegrees { get; init; }

    /// <summary>Gets how far the left shank is from hanging, in any direction, degrees, negative when that is backwards.</summary>
    public double LeftShankDegrees { get; init; }

    /// <summary>Gets how far the right shank is from hanging, in any direction, degrees, negative when that is backwards.</summary>
    public double RightShankDegrees { get; init; }

    /// <summary>
    /// Gets the frontal plane projection angle of the left knee: how far it is inside the line from hip to ankle, degrees, negative
    /// outside; NaN where the body is not seen from in front or behind, or the thigh points at the camera (Willson and Davis, "Utility of the
    /// frontal plane projection angle in females with patellofemoral pain", J Orthop Sports Phys Ther 2008).
    /// </summary>
    public double LeftKneeValgusDegrees { get; init; }

    /// <summary>Gets the same of the right knee.</summary>
    public double RightKneeValgusDegrees { get; init; }

    /// <summary>Gets how far the left ankle is in front of the right one, in lengths of the leg, negative behind.</summary>
    public double LeftFootAhead { get; init; }

    /// <summary>Gets how much higher the left ankle is than the right one, in lengths of the leg, negative lower.</summary>
    public double LeftFootHigher { get; init; }

    /// <summary>Gets how far the shoulders are in front of the ankles, in lengths of the leg, negative behind.</summary>
    public double ShouldersAhead { get; init; }

    /// <summary>Gets how much of the left upper arm's reach is forward: 1 straight ahead, 0 sideways, −1 behind.</summary>
    public double LeftArmAhead { get; init; }

    /// <summary>Gets how much of the right upper arm's reach is forward: 1 straight ahead, 0 sideways, −1 behind.</summary>
    public double RightArmAhead { get; init; }

    /// <summary>Measures a pose.</summary>
    /// <param name="landmarks">Its landmarks in the world.</param>
    /// <returns>The posture; unknown when hips and shoulders do not show where the patient faces, or a leg is unknown.</returns>
    internal static BodyPosture Of(in LandmarkSet landmarks)
    {
        var toRight = landmarks[RightHip].World - landmarks[LeftHip].World + landmarks[RightShoulder].World - landmarks[LeftShoulder].World;
        toRight.Y = 0;
        var (left, right) = (new Leg(landmarks, LeftHip, LeftKnee, LeftAnkle), new Leg(landmarks, RightHip, RightKnee, RightAnkle));
        var legLength = (left.Length + right.Length) / 2;
        if (!(toRight.LengthSquared() > 0) || !(legLength > 0))
            return default;

        toRight = Vector3.Normalize(toRight);
        var forward = new Vector3(-toRight.Z, 0, toRight.X);
        var midShoulder = (landmarks[LeftShoulder].World + landmarks[RightShoulder].World) / 2;
        var trunk = midShoulder - ((landmarks[LeftHip].World + landmarks[RightHip].World) / 2);
        return new BodyPosture
        {
            IsKnown = true,
            TrunkForwardDegrees = Degrees(Vector3.Dot(trunk, forward), -trunk.Y),
            TrunkRightDegrees = Degrees(Vector3.Dot(trunk, toRight), -trunk.Y),
            Profile = Math.Abs(forward.X),
            FacingDegrees = Degrees(forward.X, -forward.Z),
            LeftThighDegrees = Degrees(Vector3.Dot(left.Thigh, forward), left.Thigh.Y),
            RightThighDegrees = Degrees(Vector3.Dot(right.Thigh, forward), right.Thigh.Y),
            LeftShankDegrees = FromHanging(left.Shank, forward),
            RightShankDegrees = FromHanging(right.Shank, forward),
            LeftKneeValgusDegrees = left.Valgus(-toRight, forward),
            RightKneeValgusDegrees = right.Valgus(toRight, forward),
            LeftFootAhead = Vector3.Dot(left.Ankle - right.Ankle, forward) / legLength,
            LeftFootHigher = (right.Ankle.Y - left.Ankle.Y) / legLength,
            LeftArmAhead = Share(landmarks[LeftElbow].World - landmarks[LeftShoulder].World, forward),
            RightArmAhead = Share(landmarks[RightElbow].World - landmarks[RightShoulder].World, forward),
            ShouldersAhead = Vector3.Dot(midShoulder - ((left.Ankle + right.Ankle) / 2), forward) / legLength,
        };
    }

    /// <summary>
    /// The same posture, but leaning to the side as another one of the same moment does, as far as that is seen from in front: then the lean lies in
    /// the picture, which shows it better than any guess at depth.
    /// </summary>
    internal BodyPosture WithSideLeanOf(in BodyPosture seen)
    {
        if (!IsKnown || !seen.IsKnown)
            return this;
        var share = 1 - (Profile * Profile);
        return this with { TrunkRightDegrees = TrunkRightDegrees + (share * (seen.TrunkRightDegrees - TrunkRightDegrees)) };
    }

    private static double Degrees(float across, float along) => Math.Atan2(across, along) * (180 / Math.PI);

    private static double Share(Vector3 segment, Vector3 forward)
        => Vector3.Dot(segment, forward) / Math.Max(new Vector2(segment.X, segment.Z).Length(), 1e-6);

    private static double FromHanging(Vector3 segment, Vector3 forward)
        => Math.Sign(Vector3.Dot(segment, forward)) * Degrees(new Vector2(segment.X, segment.Z).Length(), segment.Y);

    private readonly struct Leg(in LandmarkSet landmarks, BodyLandmark hip, BodyLandmark knee, BodyLandmark ankle)
    {
        public Vector3 Thigh { get; } = landmarks[knee].World - landmarks[hip].World;

        public Vector3 Shank { get; } = landmarks[ankle].World - landmarks[knee].World;

        public Vector3 Ankle { get; } = landmarks[ankle].World;

        /// <summary>The shank turned outward against the thigh, both as seen along the way the body faces.</summary>
        public double Valgus(Vector3 outward, Vector3 forward)
        {
            var (thigh, shank) = (new Vector2(Vector3.Dot(Thigh, outward), Thigh.Y), new Vector2(Vector3.Dot(Shank, outward), Shank.Y));
            if (Math.Abs(forward.X) > MostProfile || thigh.Length() < LeastThighSeen * Thigh.Length())
                return double.NaN;
            return Degrees(shank.X, shank.Y) - Degrees(thigh.X, thigh.Y);
        }

        public float Length { get; } = Vector3.Distance(landmarks[hip].World, landmarks[knee].World) + Vector3.Distance(landmarks[knee].World, landmarks[ankle].World);
    }
}
