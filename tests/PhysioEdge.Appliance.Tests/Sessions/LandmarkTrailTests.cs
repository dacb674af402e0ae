using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Tests.Sessions;

public sealed class LandmarkTrailTests
{
    private readonly LandmarkTrail _trail = new();

    [Fact]
    public void It_keeps_the_last_ten_seconds_ten_times_a_second()
    {
        for (var i = 0; i < 600; i++)
            _trail.Add(Pose(i / 30.0, i / 1000f));

        var moments = LandmarkTrail.Parse(_trail.Read()!).ToList();

        Assert.Equal(100, moments.Count);
        Assert.Equal((-9900, 0), (moments[0].AtMs, moments[^1].AtMs));
        Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.Equal(100, pair.Second.AtMs - pair.First.AtMs));
        Assert.Equal([597, -597, 1194], moments[^1].PointsMm[^3..]);
    }

    [Fact]
    public void Where_nobody_was_seen_there_are_no_points()
    {
        _trail.Add(Pose(0, 0.1f));
        _trail.Add(new PoseFrame { CapturedAt = TimeSpan.FromSeconds(0.2) });

        Assert.Equal([99, 0], LandmarkTrail.Parse(_trail.Read()!).Select(moment => moment.PointsMm.Length));
    }

    [Fact]
    public void Before_the_first_pose_there_is_nothing() => Assert.Null(_trail.Read());

    private static PoseFrame Pose(double seconds, float metres)
    {
        var landmarks = default(LandmarkSet);
        for (var i = 0; i < LandmarkSet.Count; i++)
            landmarks[i] = new Landmark(default, 1, new Vector3(metres, -metres, 2 * metres));
        return new PoseFrame { CapturedAt = TimeSpan.FromSeconds(seconds), HasPose = true, Raw = landmarks };
    }
}
