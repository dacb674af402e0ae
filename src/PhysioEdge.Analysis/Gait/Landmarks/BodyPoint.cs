using System.Numerics;
using System.Runtime.CompilerServices;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>The points of the body that gait is told from.</summary>
internal enum BodyPoint
{
    LeftRear,
    LeftFront,
    RightRear,
    RightFront,
    LeftHip,
    RightHip,
    LeftShoulder,
    RightShoulder,
}

/// <summary>One position (or velocity) for each <see cref="BodyPoint"/>; NaN where it is unknown.</summary>
[InlineArray(Count)]
internal struct BodyPoints
{
    public const int Count = 8;

    private Vector3 _first;

    public Vector3 this[BodyPoint point]
    {
        readonly get => this[(int)point];
        set => this[(int)point] = value;
    }
}
