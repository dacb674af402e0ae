using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.Samples;

/// <summary>Where a body is in space, told from several pictures.</summary>
/// <param name="Landmarks">The landmarks, with their places in the world corrected: hip-centred, level, metres of a body 1.68 m tall.</param>
/// <param name="Angles">The joint angles, each with its uncertainty.</param>
public readonly record struct BodyInSpace(LandmarkSet Landmarks, AngleSet Angles);
