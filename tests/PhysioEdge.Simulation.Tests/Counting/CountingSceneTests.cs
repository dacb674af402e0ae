using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Counting;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Tests.Counting;

public sealed class CountingSceneTests
{
    private static readonly CountingScene[] Scenes = [.. Enumerable.Range(0, 120).Select(CountingScene.Of)];

    [Fact]
    public void The_same_seed_gives_the_same_scene()
    {
        foreach (var scene in Scenes.Take(12))
        {
            var again = CountingScene.Of(scene.Seed);

            Assert.Equal(scene.ToString(), again.ToString());
            Assert.Equal(scene.Scene.View, again.Scene.View);
            Assert.Equal(scene.Repetitions, again.Repetitions);
            Assert.Equal(scene.Scene.Others.Select(other => other.Appearance), again.Scene.Others.Select(other => other.Appearance));
        }
    }

    [Fact]
    public void The_whole_patient_is_in_the_picture_at_all_times()
    {
        foreach (var scene in Scenes)
        {
            var camera = new PhantomCamera(scene.Scene, 3);
            for (var i = 0; i < camera.FrameCount; i++)
            {
                var truth = camera.TruthAt(TimeSpan.FromSeconds(i / 3.0));
                foreach (var landmark in Enum.GetValues<BodyLandmark>())
                {
                    var pixel = truth.PixelOf(landmark);
                    Assert.True(pixel is { X: > 4 and < 476, Y: > 10 and < 630 }, $"{landmark} at {pixel} in {scene}");
                }
            }
        }
    }

    [Fact]
    public void A_partial_repetition_is_clearly_below_half_of_the_others_and_never_the_first()
    {
        foreach (var scene in Scenes.Where(scene => scene.Partial > 0))
        {
            var least = scene.Repetitions.Where(r => !r.IsPartial).Min(r => r.RangeDegrees);

            Assert.False(scene.Repetitions[0].IsPartial);
            Assert.All(scene.Repetitions.Where(r => r.IsPartial), r => Assert.True(r.RangeDegrees < 0.46f * least, $"{r.RangeDegrees}° of {least}° in {scene}"));
        }
    }

    [Fact]
    public void The_scenes_hold_everything_they_are_meant_to()
    {
        Assert.Equal(6, Scenes.Select(scene => scene.Exercise).Distinct().Count());
        Assert.InRange(Scenes.Count(scene => scene.Scene.Others.Count > 0), 45, 75);
        Assert.Contains(Scenes, scene => scene.Scene.Others.Any(other => other.Script.Steps.Count > 0));
        Assert.Contains(Scenes, scene => scene.Scene.Others.Any(other => other.Script.Seat is not null));
        Assert.InRange(Scenes.Count(scene => scene.Partial > 0), 35, 75);
        Assert.All(Scenes, scene => Assert.InRange(scene.Whole, 1, 12));
        Assert.All(Scenes, scene => Assert.InRange(scene.Whole + scene.Partial, 3, 12));
        Assert.All(Scenes, scene => Assert.Equal(scene.Whole, scene.WholeOf(Side.Left) + scene.WholeOf(Side.Right) + scene.WholeOf(Side.Both)));
    }

    [Fact]
    public void Nobody_stands_before_the_patient()
    {
        foreach (var scene in Scenes)
        {
            var towards = scene.Scene.View.FloorAt(1, 0);
            foreach (var place in scene.Scene.Others.SelectMany(other => new[] { TimeSpan.Zero, other.Script.Duration / 2, other.Script.Duration }.Select(t => PlaceOf(other, t))))
                Assert.True((place.X * towards.LeftMetres) + (place.Z * towards.AheadMetres) < -1.2f, $"{place} in {scene}");
        }
    }

    private static System.Numerics.Vector3 PlaceOf(PhantomFigure figure, TimeSpan time)
    {
        var skeleton = new Skeleton();
        figure.Pose(time, skeleton);
        return skeleton.MidHip;
    }
}
