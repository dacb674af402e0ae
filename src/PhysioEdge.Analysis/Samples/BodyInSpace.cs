using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.Samples;

/// <summary>Where a body is in space, told from several pictures.</summary>
/// <param name="Landmarks">The landmarks, with their places in the world corrected: hip-centred, level, metres of a body 1.68 m tall.</param>
/// <param name="Angles">The joint angles, each with its uncertainty.</param>
/// <param name="Swing">Whether the feet swing.</param>
public readonly record struct BodyInSpace(LandmarkSet Landmarks, AngleSet Angles, FootSwing Swing);

/// <summary>How likely each foot is in the swing of a step, between its toe-off and its initial contact, and not on the floor.</summary>
/// <param name="Left">The left foot's probability, 0–1.</param>
/// <param name="Right">The right foot's probability, 0–1.</param>
public readonly record struct FootSwing(float Left, float Right);
