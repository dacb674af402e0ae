using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>Turns the forearms inwards about the upper arms, which the figure's own arms cannot.</summary>
internal static class ForearmTurn
{
    public static void Apply(Skeleton skeleton, in ArmStyle arms)
    {
        Turn(skeleton, BodyLandmark.LeftShoulder, BodyLandmark.LeftElbow, BodyLandmark.LeftWrist, arms.LeftInwardDegrees);
        Turn(skeleton, BodyLandmark.RightShoulder, BodyLandmark.RightElbow, BodyLandmark.RightWrist, -arms.RightInwardDegrees);
    }

    private static void Turn(Skeleton skeleton, BodyLandmark shoulder, BodyLandmark elbow, BodyLandmark wrist, float degrees)
    {
        var axis = Vector3.Normalize(skeleton[elbow] - skeleton[shoulder]);
        var turn = Quaternion.CreateFromAxisAngle(axis, Angle.Radians(degrees));
        skeleton[wrist] = skeleton[elbow] + Vector3.Transform(skeleton[wrist] - skeleton[elbow], turn);
    }
}
