using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Appliance.Tests.Recordings;

public class LandmarkGaitTests
{
    private static readonly TimeSpan Landing = TimeSpan.FromMilliseconds(35);

    /// <summary>The phantom's feet leave the floor gently, which no real foot does.</summary>
    private static readonly TimeSpan Gentle = TimeSpan.FromMilliseconds(60);

    [Theory]
    [InlineData(1.2f, 1.75f, 0f, 100)]
    [InlineData(0.6f, 1.55f, 0f, 50)]
    [InlineData(1.5f, 1.92f, 0f, 200)]
    [InlineData(0.8f, 1.70f, 0.9f, 60)]
    [InlineData(1.1f, 1.70f, 0.5f, 30)]
    public void Every_contact_and_toe_off_of_a_walk_is_found_and_timed(float speed, float height, float limp, double rateHz)
    {
        var script = Walk(speed, height, limp);

        var analysis = LandmarkAnalysis.Of(PhantomLandmarks.Of(script, rateHz));

        FindsAll(script, analysis);
        var lengths = Contacts(analysis).Select(e => e.StepLengthMetres);
        Assert.All(script.Steps.Zip(lengths), step => Assert.Equal(step.First.LengthMetres, step.Second, 0.03));
    }

    [Fact]
    public void Axes_and_origin_of_the_source_do_not_matter()
    {
        var script = Walk(1.2f, 1.75f, 0);
        var level = LandmarkAnalysis.Of(PhantomLandmarks.Of(script, 60));

        foreach (var axes in new Func<Vector3, Vector3>[] { p => new(p.Z + 2, p.X, -p.Y), p => new(-p.Y, p.Z, -p.X), p => new(p.X, -p.Y, p.Z - 7) })
        {
            var other = LandmarkAnalysis.Of(PhantomLandmarks.Of(script, 60).Moved(axes));
            Assert.Equal(level.Events.Count, other.Events.Count);
            Assert.All(level.Events.Zip(other.Events), e => Assert.Equal(e.First.Event.At.TotalSeconds, e.Second.Event.At.TotalSeconds, 1e-3));
        }
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(-8, 0)]
    [InlineData(0, 8)]
    [InlineData(0, -8)]
    public void A_camera_that_is_tilted_a_little_puts_no_toe_off_late(float pitchDegrees, float rollDegrees)
    {
        var script = Walk(1.2f, 1.75f, 0);
        var tilt = Quaternion.CreateFromYawPitchRoll(0, float.DegreesToRadians(pitchDegrees), float.DegreesToRadians(rollDegrees));

        FindsAll(script, LandmarkAnalysis.Of(PhantomLandmarks.Of(script, 60).Moved(p => Vector3.Transform(p, tilt))));
    }

    [Fact]
    public void Without_shoulders_and_with_markers_lost_for_moments_the_walk_is_still_whole()
    {
        var script = Walk(1.2f, 1.75f, 0);
        var lossy = PhantomLandmarks.Of(script, 100).Without((at, landmark) =>
            landmark is not (>= BodyLandmark.LeftHip and <= BodyLandmark.RightFootIndex)
            || ((int)(at.TotalSeconds * 100) % 37 < 3 && landmark is BodyLandmark.LeftHeel or BodyLandmark.RightHip));

        var analysis = LandmarkAnalysis.Of(lossy);

        FindsAll(script, analysis);
        Assert.All(analysis.Angles.Filtered(Analysis.JointAngles.JointAngle.ShoulderLeft), degrees => Assert.True(double.IsNaN(degrees)));
    }

    [Fact]
    public void Noise_of_markers_neither_hides_nor_adds_a_step()
    {
        var script = Walk(1, 1.7f, 0.3f);
        var random = new Random(5);
        float Noise() => (float)((random.NextDouble() - 0.5) * 0.006);

        FindsAll(script, LandmarkAnalysis.Of(PhantomLandmarks.Of(script, 100).Moved(p => p + new Vector3(Noise(), Noise(), Noise()))));
    }

    [Theory]
    [InlineData(ScriptedExercise.Squat, Side.Both)]
    [InlineData(ScriptedExercise.Marching, Side.Both)]
    [InlineData(ScriptedExercise.SitToStand, Side.Both)]
    [InlineData(ScriptedExercise.KneeExtension, Side.Left)]
    [InlineData(ScriptedExercise.SingleLegStance, Side.Left)]
    public void An_exercise_is_no_walk(ScriptedExercise exercise, Side side)
    {
        var script = Builder(1.75f).StandStill(1).Repeat(exercise, side, 4, new RepetitionPlan { RangeDegrees = 70 });
        if (exercise == ScriptedExercise.SingleLegStance)
            script.Repeat(exercise, Side.Right, 2, new RepetitionPlan { RangeDegrees = 70 });

        Assert.Empty(LandmarkAnalysis.Of(PhantomLandmarks.Of(script.Build(), 60)).Events);
    }

    [Fact]
    public void Turning_on_the_spot_is_no_walk()
        => Assert.Empty(LandmarkAnalysis.Of(PhantomLandmarks.Of(Builder(1.75f).StandStill(1).TurnTo(90).TurnTo(-90).StandStill(1).Build(), 60)).Events);

    [Fact]
    public void Cutting_a_recording_short_changes_no_event_before_the_cut()
    {
        var recording = PhantomLandmarks.Of(Walk(1.2f, 1.75f, 0), 50).ToList();
        var whole = LandmarkAnalysis.Of(recording);
        for (var rows = 30; rows < recording.Count; rows += 7)
        {
            var cut = LandmarkAnalysis.Of(recording.Take(rows));
            var before = whole.Events.Where(e => e.Event.KnownAt < recording[rows - 1].At).ToList();
            Assert.Equal(before, cut.Events.Take(before.Count));
        }

        Assert.All(whole.Events, e => Assert.InRange(e.Event.KnownAt - e.Event.At, TimeSpan.Zero, LandmarkGait.LongestWait));
    }

    private static void FindsAll(MotionScript script, LandmarkAnalysis analysis)
    {
        var truth = script.Steps.SelectMany(s => new[] { (s.Side, GaitEventKind.ToeOff, s.ToeOff), (s.Side, GaitEventKind.InitialContact, s.InitialContact) })
            .OrderBy(e => (e.Side, e.Item3)).ToList();
        var found = analysis.Events.Select(e => e.Event).OrderBy(e => (e.Side, e.At)).ToList();
        Assert.Equal(truth.Select(t => (t.Side, t.Item2)), found.Select(f => (f.Side, f.Kind)));
        Assert.All(truth.Zip(found), e => Assert.InRange(
            (e.Second.At - e.First.Item3).Duration(), TimeSpan.Zero, e.Second.Kind == GaitEventKind.InitialContact ? Landing : Gentle));
    }

    private static IEnumerable<StepEvent> Contacts(LandmarkAnalysis analysis)
        => analysis.Events.Where(e => e.Event.Kind == GaitEventKind.InitialContact).OrderBy(e => e.Event.At);

    private static MotionScript Walk(float speed, float height, float limp) => Builder(height)
        .StandStill(1)
        .Walk(new WalkPlan { SpeedMetresPerSecond = speed, Limp = limp > 0 ? new Limp(Side.Left, limp) : null }, new FloorPoint(5, 0))
        .StandStill(1)
        .Build();

    private static MotionScriptBuilder Builder(float height) => new(new BodySize { HeightMetres = height }, seed: 3) { SwayDegrees = 1 };
}
