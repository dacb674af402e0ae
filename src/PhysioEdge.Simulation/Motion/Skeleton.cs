using System.Numerics;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Simulation.Motion;

/// <summary>
/// Where the landmarks of a figure are, in metres. Frame: origin on the floor between the ankles' home places,
/// x to the figure's left, y up, z forward; after <see cref="MoveTo"/> the same axes, but the room's.
/// </summary>
internal sealed class Skeleton
{
    private readonly Vector3[] _landmarks = new Vector3[Enum.GetValues<BodyLandmark>().Length];

    public Vector3 this[BodyLandmark landmark]
    {
        get => _landmarks[(int)landmark];
        set => _landmarks[(int)landmark] = value;
    }

    public ReadOnlySpan<Vector3> Landmarks => _landmarks;

    public Vector3 HeadCentre { get; set; }

    public Quaternion Pelvis { get; set; }

    public Quaternion Trunk { get; set; }

    public Quaternion Head { get; set; }

    public Quaternion LeftFoot { get; set; }

    public Quaternion RightFoot { get; set; }

    public Quaternion LeftHand { get; set; }

    public Quaternion RightHand { get; set; }

    public Vector3 MidHip => (this[BodyLandmark.LeftHip] + this[BodyLandmark.RightHip]) / 2;

    public Vector3 MidShoulder => (this[BodyLandmark.LeftShoulder] + this[BodyLandmark.RightShoulder]) / 2;

    public float AngleAt(BodyLandmark vertex, BodyLandmark from, BodyLandmark to) => Angle.At(this[vertex], this[from], this[to]);

    /// <summary>Puts the figure, so far at the origin and facing z, to its place in the room.</summary>
    public void MoveTo(Vector3 place, float facingDegrees)
    {
        var turn = Angle.AboutY(facingDegrees);
        foreach (ref var landmark in _landmarks.AsSpan())
            landmark = place + Vector3.Transform(landmark, turn);
        HeadCentre = place + Vector3.Transform(HeadCentre, turn);
        (Pelvis, Trunk, Head) = (turn * Pelvis, turn * Trunk, turn * Head);
        (LeftFoot, RightFoot) = (turn * LeftFoot, turn * RightFoot);
        (LeftHand, RightHand) = (turn * LeftHand, turn * RightHand);
    }
}
