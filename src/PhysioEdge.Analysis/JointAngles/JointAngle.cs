namespace PhysioEdge.Analysis.JointAngles;

/// <summary>
/// The angles measured in every pose, in degrees. All are unsigned three-point angles with 0 = straight (shoulder: arm at the
/// side; ankle: the included angle itself), except <see cref="Trunk"/>. Left and right are the patient's.
/// </summary>
public enum JointAngle
{
    /// <summary>180° − ∠(hip, knee, ankle), left: knee flexion, 0–180.</summary>
    KneeLeft,

    /// <summary>180° − ∠(hip, knee, ankle), right: knee flexion, 0–180.</summary>
    KneeRight,

    /// <summary>180° − ∠(same-side shoulder, hip, knee), left: hip flexion, 0–180.</summary>
    HipLeft,

    /// <summary>180° − ∠(same-side shoulder, hip, knee), right: hip flexion, 0–180.</summary>
    HipRight,

    /// <summary>∠(knee, ankle, foot index), left: about 110–120 when standing, less in dorsiflexion, 0–180.</summary>
    AnkleLeft,

    /// <summary>∠(knee, ankle, foot index), right: about 110–120 when standing, less in dorsiflexion, 0–180.</summary>
    AnkleRight,

    /// <summary>∠(hip, shoulder, elbow), left: elevation of the arm in any plane, 0–180.</summary>
    ShoulderLeft,

    /// <summary>∠(hip, shoulder, elbow), right: elevation of the arm in any plane, 0–180.</summary>
    ShoulderRight,

    /// <summary>180° − ∠(shoulder, elbow, wrist), left: elbow flexion, 0–180.</summary>
    ElbowLeft,

    /// <summary>180° − ∠(shoulder, elbow, wrist), right: elbow flexion, 0–180.</summary>
    ElbowRight,

    /// <summary>Inclination of the line from mid-hip to mid-shoulder from the vertical, in any direction, 0–180.</summary>
    Trunk,
}
