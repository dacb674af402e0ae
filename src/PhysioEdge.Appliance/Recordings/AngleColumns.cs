using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>The angles in the order of the columns of <c>angles.csv</c>.</summary>
internal static class AngleColumns
{
    public static IReadOnlyList<(JointAngle Angle, string Name)> All { get; } =
    [
        (JointAngle.KneeLeft, "knee_left_deg"), (JointAngle.KneeRight, "knee_right_deg"),
        (JointAngle.HipLeft, "hip_left_deg"), (JointAngle.HipRight, "hip_right_deg"),
        (JointAngle.AnkleLeft, "ankle_left_deg"), (JointAngle.AnkleRight, "ankle_right_deg"),
        (JointAngle.ShoulderLeft, "shoulder_left_deg"), (JointAngle.ShoulderRight, "shoulder_right_deg"),
        (JointAngle.ElbowLeft, "elbow_left_deg"), (JointAngle.ElbowRight, "elbow_right_deg"),
        (JointAngle.Trunk, "trunk_deg"),
    ];
}
