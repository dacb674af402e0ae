using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Lifting;
using PhysioEdge.Vision.Tests.Pose;

namespace PhysioEdge.Vision.Tests.Lifting;

public sealed class BodyLifterTests : IAsyncLifetime
{
    private readonly List<PoseFrame> _poses = [];
    private readonly List<double> _trueKnees = [];

    public async ValueTask InitializeAsync()
    {
        await using var camera = new PhantomCamera(People.Squatting(new CameraView { YawDegrees = 40 }), 15);
        using var tracker = Trackers.Create(PoseModel.Full);
        var frame = new VideoFrame();
        while (await camera.ReadAsync(frame, TestContext.Current.CancellationToken))
        {
            _poses.Add(tracker.Track(frame));
            _trueKnees.Add(camera.TruthAt(frame.PresentationTime).Angles.KneeLeft);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void A_squat_is_measured_much_better_than_from_each_picture_alone()
    {
        var (alone, live, recorded) = (Error(_poses), Error(Lifted()), Error(Recorded(_poses)));

        Assert.InRange(live, 0, 0.7 * alone);
        Assert.InRange(recorded, 0, 0.7 * alone);
    }

    [Fact]
    public void What_is_said_of_a_picture_does_not_depend_on_those_to_come()
    {
        var whole = Lifted();

        Assert.Equal(whole.Take(20).Select(KneeOf), Lifted(20).Select(KneeOf));
    }

    [Fact]
    public void A_recording_has_an_angle_also_where_the_pose_was_lost_for_a_moment()
    {
        var lost = _poses.Select((pose, i) => i is 10 or 11 ? new PoseFrame { CapturedAt = pose.CapturedAt } : pose).ToList();

        var recorded = Recorded(lost);

        Assert.Equal(_poses.Count, recorded.Count);
        Assert.All(recorded, pose => Assert.True(JointAngleCalculator.Measure(pose).Angles[JointAngle.KneeLeft].IsKnown));
    }

    [Fact]
    public void Somebody_who_was_away_is_begun_anew_with()
    {
        using var lifter = new BodyLifter(Model());
        var (first, later) = (_poses[0], _poses[0] with { CapturedAt = TimeSpan.FromSeconds(100) });
        lifter.Lift(ref first);
        foreach (var pose in _poses.Skip(1))
        {
            var next = pose;
            lifter.Lift(ref next);
        }

        lifter.Lift(ref later);

        Assert.Equal(KneeOf(first), KneeOf(later));
    }

    [Fact]
    public void Every_angle_says_how_sure_it_is() => Assert.All(Lifted(), pose =>
    {
        for (var i = 0; i < AngleSet.Count; i++)
            Assert.InRange(pose.Body!.Value.Angles[i].UncertaintyDegrees!.Value, 0.2, 70);
    });

    [Fact]
    public void Nobody_in_the_picture_has_no_body_in_space()
    {
        using var lifter = new BodyLifter(Model());
        var nobody = new PoseFrame { CapturedAt = TimeSpan.FromSeconds(1) };

        lifter.Lift(ref nobody);

        Assert.Null(nobody.Body);
    }

    [Fact]
    public void Lifting_a_pose_allocates_nothing()
    {
        using var lifter = new BodyLifter(Model());
        var number = 0;
        for (var i = 0; i < 10; i++)
            Next();

        Assert.Equal(0, AllocatedBytes.Of(Next));

        void Next()
        {
            var pose = _poses[5] with { CapturedAt = TimeSpan.FromSeconds(++number / 30.0) };
            lifter.Lift(ref pose);
        }
    }

    private static double KneeOf(PoseFrame pose) => JointAngleCalculator.Measure(pose).Angles[JointAngle.KneeLeft].Degrees;

    private static OnnxModel Model() => new("body_lifter", TrainedModel.Describe(ModelStore.DefaultFolder, "body_lifter").ReadVerified(ModelStore.DefaultFolder));

    private double Error(IReadOnlyList<PoseFrame> poses) => poses.Zip(_trueKnees, (pose, truth) => Math.Abs(KneeOf(pose) - truth)).Average();

    private List<PoseFrame> Lifted(int count = int.MaxValue)
    {
        using var lifter = new BodyLifter(Model());
        return [.. _poses.Take(count).Select(pose =>
        {
            lifter.Lift(ref pose);
            return pose;
        })];
    }

    private static List<PoseFrame> Recorded(IReadOnlyList<PoseFrame> poses)
    {
        using var lifter = new RecordingLifter(Model());
        var recorded = new List<PoseFrame>();
        foreach (var pose in poses)
            recorded.AddRange(lifter.Add(pose));
        recorded.AddRange(lifter.Finish());
        return recorded;
    }
}
