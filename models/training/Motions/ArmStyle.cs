using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>How somebody holds the arms meanwhile: each at a posture of its own, with the forearms turned inwards.</summary>
internal readonly record struct ArmStyle(ArmPosture Left, ArmPosture Right, float LeftInwardDegrees, float RightInwardDegrees)
{
    /// <summary>Hanging, in front, crossed, on the hips, overhead, or anywhere.</summary>
    public static ArmStyle Any(SeededNumbers numbers)
    {
        var left = One(numbers, numbers.Between(0, 7));
        var right = numbers.Chance(0.8f) ? Near(numbers, left) : One(numbers, numbers.Between(0, 7));
        return new ArmStyle(left.Arm, right.Arm, left.Inward, right.Inward);
    }

    private static (ArmPosture Arm, float Inward) One(SeededNumbers n, int style) => style switch
    {
        0 => (new ArmPosture(n.Between(-10f, 10f), n.Between(2f, 15f), n.Between(5f, 25f)), n.Between(0f, 40f)),
        1 => (new ArmPosture(n.Between(60f, 100f), n.Between(0f, 15f), n.Between(0f, 30f)), n.Between(0f, 30f)),
        2 => (new ArmPosture(n.Between(15f, 50f), n.Between(0f, 15f), n.Between(90f, 145f)), n.Between(40f, 85f)),
        3 => (new ArmPosture(n.Between(-25f, 5f), n.Between(25f, 50f), n.Between(60f, 110f)), n.Between(40f, 100f)),
        4 => (new ArmPosture(n.Between(120f, 175f), n.Between(0f, 25f), n.Between(0f, 60f)), n.Between(0f, 30f)),
        5 => (new ArmPosture(n.Between(0f, 20f), n.Between(70f, 110f), n.Between(0f, 30f)), n.Between(0f, 30f)),
        6 => (new ArmPosture(n.Between(20f, 60f), n.Between(0f, 20f), n.Between(40f, 100f)), n.Between(0f, 60f)),
        _ => (new ArmPosture(n.Between(-30f, 160f), n.Between(0f, 120f), n.Between(0f, 140f)), n.Between(0f, 80f)),
    };

    private static (ArmPosture Arm, float Inward) Near(SeededNumbers n, (ArmPosture Arm, float Inward) other) => (
        new ArmPosture(
            other.Arm.ShoulderFlexionDegrees + n.Between(-8f, 8f),
            other.Arm.ShoulderAbductionDegrees + n.Between(-5f, 5f),
            MathF.Max(0, other.Arm.ElbowFlexionDegrees + n.Between(-10f, 10f))),
        MathF.Max(0, other.Inward + n.Between(-10f, 10f)));
}
