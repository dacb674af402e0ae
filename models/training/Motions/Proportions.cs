using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Training.Motions;

/// <summary>Gives a body other proportions than the average ones: every bone keeps its direction and gets a length of its own.</summary>
internal sealed class Proportions
{
    private readonly float _width;
    private readonly float _shoulders;
    private readonly float _thigh;
    private readonly float _shank;
    private readonly float _foot;
    private readonly float _trunk;
    private readonly float _arm;
    private readonly float _forearm;
    private readonly float _head;
    private readonly Vector3[] _before = new Vector3[LandmarkSet.Count];

    public Proportions(SeededNumbers n)
    {
        (_width, _shoulders, _trunk) = (n.Between(0.75f, 1.3f), n.Between(0.8f, 1.2f), n.Between(0.9f, 1.1f));
        (_thigh, _shank, _foot) = (n.Between(0.9f, 1.1f), n.Between(0.9f, 1.1f), n.Between(0.85f, 1.15f));
        (_arm, _forearm, _head) = (n.Between(0.88f, 1.12f), n.Between(0.88f, 1.12f), n.Between(0.85f, 1.15f));
    }

    public void Apply(Skeleton s)
    {
        s.Landmarks.CopyTo(_before);
        var (midHip, midShoulder) = (s.MidHip, s.MidShoulder);
        // The feet stay on the floor, nearly: the pelvis is as high as the legs are long.
        var pelvis = midHip with { Y = midHip.Y * ((0.5f * _thigh) + (0.5f * _shank)) };
        var chest = pelvis + (_trunk * (midShoulder - midHip));
        Leg(s, pelvis, midHip, LeftHip, LeftKnee, LeftAnkle, LeftHeel, LeftFootIndex);
        Leg(s, pelvis, midHip, RightHip, RightKnee, RightAnkle, RightHeel, RightFootIndex);
        Arm(s, chest, midShoulder, LeftShoulder, LeftElbow, LeftWrist);
        Arm(s, chest, midShoulder, RightShoulder, RightElbow, RightWrist);
        foreach (var face in (ReadOnlySpan<BodyLandmark>)[Nose, LeftEar, RightEar])
            s[face] = chest + (_head * (_before[(int)face] - midShoulder));
    }

    private void Leg(Skeleton s, Vector3 pelvis, Vector3 midHip, BodyLandmark hip, BodyLandmark knee, BodyLandmark ankle, BodyLandmark heel, BodyLandmark toes)
    {
        s[hip] = pelvis + (_width * (_before[(int)hip] - midHip));
        s[knee] = s[hip] + (_thigh * Bone(hip, knee));
        s[ankle] = s[knee] + (_shank * Bone(knee, ankle));
        s[heel] = s[ankle] + (_foot * Bone(ankle, heel));
        s[toes] = s[ankle] + (_foot * Bone(ankle, toes));
    }

    private void Arm(Skeleton s, Vector3 chest, Vector3 midShoulder, BodyLandmark shoulder, BodyLandmark elbow, BodyLandmark wrist)
    {
        s[shoulder] = chest + (_shoulders * (_before[(int)shoulder] - midShoulder));
        s[elbow] = s[shoulder] + (_arm * Bone(shoulder, elbow));
        s[wrist] = s[elbow] + (_forearm * Bone(elbow, wrist));
    }

    private Vector3 Bone(BodyLandmark from, BodyLandmark to) => _before[(int)to] - _before[(int)from];
}
