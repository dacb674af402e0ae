using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using static PhysioEdge.Analysis.Samples.BodyLandmark;

namespace PhysioEdge.Appliance.Tests.Recordings;

/// <summary>What the source of landmarks is like must not matter to the gait in them.</summary>
public class LandmarkSourceTests
{
    private const double RateHz = 60;

    private static readonly MotionScript Walk = Straight(new FloorPoint(5, 0));

    public static TheoryData<float, float, float> Tilts => new()
    {
        { 0, 10, 0 }, { 0, -15, 0 }, { 0, 20, 0 }, { 0, 0, 15 }, { 0, 0, -20 }, { 30, 15, 15 }, { 120, 40, 25 }, { -70, 160, 10 }, { 10, 80, 80 },
    };

    [Theory]
    [MemberData(nameof(Tilts))]
    public void A_tilted_camera_changes_neither_events_nor_lengths(float yaw, float pitch, float roll)
    {
        var turn = Quaternion.CreateFromYawPitchRoll(float.DegreesToRadians(yaw), float.DegreesToRadians(pitch), float.DegreesToRadians(roll));
        var level = LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, RateHz));

        var tilted = LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, RateHz).Moved(p => Vector3.Transform(p, turn) + new Vector3(1, -2, 3)));

        Same(level, tilted, 1 / RateHz);
        var (expected, found) = (WalkParameters.Of(level.Events), WalkParameters.Of(tilted.Events));
        Assert.Equal(1, found.StepLengthMetres.Mean!.Value / expected.StepLengthMetres.Mean!.Value, 0.02);
        Assert.Equal(1, found.SpeedMetresPerSecond!.Value / expected.SpeedMetresPerSecond!.Value, 0.02);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 0)]
    [InlineData(-90, 90)]
    public void Feet_alone_show_every_step(float pitch, float roll)
    {
        var turn = Quaternion.CreateFromYawPitchRoll(0, float.DegreesToRadians(pitch), float.DegreesToRadians(roll));
        var whole = LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, RateHz));

        var feet = LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, RateHz).Moved(p => Vector3.Transform(p, turn)).Without((_, l) => l < LeftAnkle));

        Same(whole, feet, 0.06);
        Assert.Equal(WalkParameters.Of(whole.Events).StepLengthMetres.Mean!.Value, WalkParameters.Of(feet.Events).StepLengthMetres.Mean!.Value, 0.02);
    }

    [Theory]
    [InlineData(LeftHip, 0.05)]
    [InlineData(RightShoulder, 0.05)]
    [InlineData(LeftHeel, 0.15)]
    [InlineData(RightFootIndex, 0.15)]
    public void Any_landmark_may_be_missing_for_moments(BodyLandmark lost, double shiftsBySeconds)
        => Same(
            LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, RateHz)),
            LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, RateHz).Without((at, l) => l == lost && (int)(at.TotalSeconds * 20) % 9 == 0)),
            shiftsBySeconds);

    [Fact]
    public void One_foot_alone_is_no_walk_that_could_be_told()
        => Assert.Empty(LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, RateHz).Without((_, l) => l is LeftAnkle or LeftHeel or LeftFootIndex)).Events);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.02)]
    public void Noise_of_a_camera_hides_hardly_a_step_and_adds_hardly_any(double deviationMetres)
    {
        var random = new Random(11);
        var clean = LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, 30)).Events.Count;

        var noisy = LandmarkAnalysis.Of(PhantomLandmarks.Of(Walk, 30).Moved(p => p + Noise(random, deviationMetres))).Events.Count;

        Assert.InRange(noisy, clean - 2, clean + 1);
    }

    [Fact]
    public void Somebody_who_stands_before_a_noisy_camera_takes_no_step()
    {
        var random = new Random(12);
        var standing = new MotionScriptBuilder(new BodySize(), seed: 3) { SwayDegrees = 1 }.StandStill(30).Build();

        Assert.Empty(LandmarkAnalysis.Of(PhantomLandmarks.Of(standing, 30).Moved(p => p + Noise(random, 0.01))).Events);
    }

    [Fact]
    public void Left_and_right_taken_for_each_other_for_a_moment_cost_no_more_than_a_step()
    {
        var frames = PhantomLandmarks.Of(Walk, 30).ToList();
        var clean = LandmarkAnalysis.Of(frames).Events.Count;

        // In whatever part of a stride it happens.
        foreach (var moment in Enumerable.Range(0, frames.Count))
        {
            var swapped = LandmarkAnalysis.Of(frames.Select((f, i) => i == moment ? f with { Landmarks = Swapped(f.Landmarks) } : f));
            Assert.InRange(swapped.Events.Count, clean - 2, clean + 2);
        }
    }

    [Fact]
    public void There_and_back_is_as_many_steps_as_were_taken()
    {
        var there = Straight(new FloorPoint(4, 0), new FloorPoint(0, 0.5f), new FloorPoint(4, 1));

        var contacts = LandmarkAnalysis.Of(PhantomLandmarks.Of(there, RateHz)).Events.Count(e => e.Event.Kind == GaitEventKind.InitialContact);

        // The small steps of a turn on the spot are not walked forward.
        Assert.InRange(contacts, there.Steps.Count(s => s.LengthMetres > 0.2f), there.Steps.Count);
    }

    [Fact]
    public void Walking_backwards_has_no_contacts()
    {
        var frames = PhantomLandmarks.Of(Walk, RateHz).ToList();
        var backwards = frames.Select((f, i) => f with { Landmarks = frames[^(i + 1)].Landmarks });

        Assert.DoesNotContain(LandmarkAnalysis.Of(backwards).Events, e => e.Event.Kind == GaitEventKind.InitialContact);
    }

    private static void Same(LandmarkAnalysis expected, LandmarkAnalysis found, double seconds)
    {
        var (a, b) = (Ordered(expected), Ordered(found));
        Assert.Equal(a.Select(e => (e.Side, e.Kind)), b.Select(e => (e.Side, e.Kind)));
        Assert.All(a.Zip(b), e => Assert.Equal(e.First.At.TotalSeconds, e.Second.At.TotalSeconds, seconds));
    }

    private static List<GaitEvent> Ordered(LandmarkAnalysis analysis) => [.. analysis.Events.Select(e => e.Event).OrderBy(e => (e.Side, e.At))];

    private static Vector3 Noise(Random random, double deviation)
    {
        float One() => (float)(deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return new Vector3(One(), One(), One());
    }

    private static LandmarkSet Swapped(LandmarkSet pose)
    {
        for (var left = LeftShoulder; left <= LeftFootIndex; left += 2)
            (pose[left], pose[left + 1]) = (pose[left + 1], pose[left]);
        return pose;
    }

    private static MotionScript Straight(params ReadOnlySpan<FloorPoint> route)
        => new MotionScriptBuilder(new BodySize(), seed: 3) { SwayDegrees = 1 }.StandStill(1).Walk(new WalkPlan(), route).StandStill(1).Build();
}
