using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Vision.Lifting;

/// <summary>The landmarks that the lifter reads and places, in its order; face, hands and all else of the 33 follow the nearest of these.</summary>
internal static class LiftedLandmarks
{
    public const int Count = 19;

    public const int LeftShoulderIndex = 3;
    public const int RightShoulderIndex = 4;
    public const int LeftHipIndex = 9;
    public const int RightHipIndex = 10;

    public static readonly BodyLandmark[] All =
    [
        Nose, LeftEar, RightEar, LeftShoulder, RightShoulder, LeftElbow, RightElbow, LeftWrist, RightWrist,
        LeftHip, RightHip, LeftKnee, RightKnee, LeftAnkle, RightAnkle, LeftHeel, RightHeel, LeftFootIndex, RightFootIndex,
    ];

    /// <summary>The bones whose length in the picture is remembered, as places in <see cref="All"/>; the trunk comes after them.</summary>
    public static readonly (int From, int To)[] Bones =
    [
        (9, 11), (10, 12), (11, 13), (12, 14), (3, 5), (4, 6), (5, 7), (6, 8), (9, 10), (3, 4), (13, 17), (14, 18),
    ];

    /// <summary>For each of the 33 landmarks, the place in <see cref="All"/> of the one that it moves with.</summary>
    public static readonly int[] Leader =
    [
        0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 5, 6, 7, 8, 7, 8, 7, 8, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
    ];

    /// <summary>The place in <see cref="All"/> of the same landmark on the other side: the nose is in the middle, the others come in pairs.</summary>
    public static int Opposite(int place) => place == 0 ? 0 : place % 2 == 1 ? place + 1 : place - 1;

    /// <summary>The place in <see cref="Bones"/> of the same bone on the other side.</summary>
    public static int OppositeBone(int place)
    {
        var (from, to) = (Opposite(Bones[place].From), Opposite(Bones[place].To));
        return Array.FindIndex(Bones, bone => bone == (from, to) || bone == (to, from));
    }
}
