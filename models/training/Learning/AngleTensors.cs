using PhysioEdge.Analysis.JointAngles;
using static TorchSharp.torch;

namespace PhysioEdge.Training.Learning;

/// <summary>The angles of <see cref="JointAngle"/>, in its order, from points [batch, time, landmarks, 3]; radians.</summary>
internal static class AngleTensors
{
    private static readonly (int A, int Vertex, int B, bool FromStraight)[] ThreePoint =
    [
        (9, 11, 13, true), (10, 12, 14, true), (3, 9, 11, true), (4, 10, 12, true), (11, 13, 17, false), (12, 14, 18, false),
        (9, 3, 5, false), (10, 4, 6, false), (3, 5, 7, true), (4, 6, 8, true),
    ];

    public static Tensor Of(Tensor points)
    {
        var angles = ThreePoint.Select(three => Between(points, three.A, three.Vertex, three.B, three.FromStraight)).Append(Trunk(points));
        return stack(angles, -1);
    }

    private static Tensor At(Tensor points, int landmark) => points.select(2, landmark);

    private static Tensor Between(Tensor points, int a, int vertex, int b, bool fromStraight)
    {
        var (one, other) = (At(points, a) - At(points, vertex), At(points, b) - At(points, vertex));
        var included = atan2(linalg.cross(one, other, -1).norm(-1), (one * other).sum(-1));
        return fromStraight ? MathF.PI - included : included;
    }

    private static Tensor Trunk(Tensor points)
    {
        var trunk = ((At(points, 3) + At(points, 4)) / 2) - ((At(points, 9) + At(points, 10)) / 2);
        return atan2(stack([trunk.select(-1, 0), trunk.select(-1, 2)], -1).norm(-1), -trunk.select(-1, 1));
    }
}
