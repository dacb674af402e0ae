using System.Numerics;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Analysis.Tests.Gait.Landmarks;

public class LandmarkAlignerTests
{
    public static TheoryData<string, Func<Vector3, Vector3>> Axes => new()
    {
        { "y up", p => p },
        { "z up", p => new Vector3(p.X, -p.Z, p.Y) },
        { "x up", p => new Vector3(p.Y, p.Z, p.X) },
        { "y down", p => new Vector3(p.X, -p.Y, -p.Z) },
        { "left-handed", p => p with { Z = -p.Z } },
        { "leaning camera", p => Vector3.Transform(p, Quaternion.CreateFromYawPitchRoll(0.4f, 0.6f, 0.5f)) },
    };

    [Theory]
    [MemberData(nameof(Axes))]
    public void Whatever_the_axes_the_head_is_up_and_the_toes_point_where_the_body_faces(string name, Func<Vector3, Vector3> axes)
    {
        var aligner = new LandmarkAligner();
        var poses = Enumerable.Range(0, 20).SelectMany(i => aligner.Add(TimeSpan.FromSeconds(i / 20.0), Standing(axes)).ToArray()).ToList();
        poses.AddRange(aligner.Finish());

        Assert.True(aligner.IsUpKnown, name);
        Assert.Equal(20, poses.Count);
        foreach (var pose in poses.Select(p => p.Landmarks))
        {
            Assert.Equal(-1.4f, pose[LeftShoulder].World.Y - pose[LeftAnkle].World.Y, 0.01f);
            var toRight = pose[RightHip].World - pose[LeftHip].World;
            var toes = pose[LeftFootIndex].World - pose[LeftAnkle].World;
            Assert.True((-toRight.Z * toes.X) + (toRight.X * toes.Z) > 0, name);
        }
    }

    [Fact]
    public void A_body_that_shows_nothing_upright_stays_as_it_is()
    {
        var aligner = new LandmarkAligner();
        var pose = Nothing();
        pose[Nose] = new Landmark(default, 1, new Vector3(1, 2, 3));

        Assert.Empty(aligner.Add(TimeSpan.Zero, pose));
        Assert.Equal(new Vector3(1, 2, 3), Assert.Single(aligner.Finish()).Landmarks[Nose].World);
        Assert.False(aligner.IsUpKnown);
    }

    private static LandmarkSet Nothing()
    {
        var pose = default(LandmarkSet);
        for (var i = 0; i < LandmarkSet.Count; i++)
            pose[i] = new Landmark(default, 0, new Vector3(float.NaN));
        return pose;
    }

    /// <summary>Somebody standing straight, y up, facing z.</summary>
    private static LandmarkSet Standing(Func<Vector3, Vector3> axes)
    {
        var pose = Nothing();
        foreach (var (x, shoulder, hip, knee, ankle, toes) in new[]
        {
            (0.1f, LeftShoulder, LeftHip, LeftKnee, LeftAnkle, LeftFootIndex),
            (-0.1f, RightShoulder, RightHip, RightKnee, RightAnkle, RightFootIndex),
        })
        {
            foreach (var (landmark, y, z) in new[] { (shoulder, 1.5f, 0f), (hip, 0.95f, 0), (knee, 0.53f, 0), (ankle, 0.1f, 0), (toes, 0.05f, 0.15f) })
                pose[landmark] = new Landmark(default, 1, axes(new Vector3(x, y, z)));
        }

        return pose;
    }
}
