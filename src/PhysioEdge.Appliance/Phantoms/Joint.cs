using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Appliance.Phantoms;

/// <summary>A joint as the reports have it, both sides together.</summary>
internal sealed record Joint(string Name, IReadOnlyList<JointAngle> Angles)
{
    public static IReadOnlyList<Joint> All { get; } =
    [
        new("knee", [JointAngle.KneeLeft, JointAngle.KneeRight]),
        new("hip", [JointAngle.HipLeft, JointAngle.HipRight]),
        new("ankle", [JointAngle.AnkleLeft, JointAngle.AnkleRight]),
        new("shoulder", [JointAngle.ShoulderLeft, JointAngle.ShoulderRight]),
        new("elbow", [JointAngle.ElbowLeft, JointAngle.ElbowRight]),
        new("trunk", [JointAngle.Trunk]),
    ];
}
