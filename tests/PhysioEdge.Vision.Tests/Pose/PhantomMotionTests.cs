using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>The pose model sees the phantom as a person in every movement it makes.</summary>
public sealed class PhantomMotionTests
{
    private static readonly BodyLandmark[] Joints =
    [
        BodyLandmark.LeftShoulder, BodyLandmark.RightShoulder, BodyLandmark.LeftElbow, BodyLandmark.RightElbow,
        BodyLandmark.LeftHip, BodyLandmark.RightHip, BodyLandmark.LeftKnee, BodyLandmark.RightKnee,
        BodyLandmark.LeftAnkle, BodyLandmark.RightAnkle,
    ];

    [Theory]
    [InlineData(ScriptedExercise.Marching)]
    [InlineData(ScriptedExercise.SingleLegStance)]
    [InlineData(ScriptedExercise.Walking)]
    public async Task Somebody_who_steps_or_stands_on_one_leg_is_where_they_truly_are(ScriptedExercise exercise)
    {
        var scene = new PhantomScene { Patient = new PhantomFigure(Script(exercise)), View = new CameraView { YawDegrees = 35 } };
        await using var camera = new PhantomCamera(scene, 10);
        using var tracker = Trackers.Create();
        var (frame, errors) = (new VideoFrame(), new List<float>());
        while (await camera.ReadAsync(frame, TestContext.Current.CancellationToken))
        {
            var (pose, truth) = (tracker.Track(frame), camera.TruthAt(frame.PresentationTime));
            Assert.True(pose.HasPose, $"nobody found at {frame.PresentationTime}");
            errors.AddRange(Joints.Select(joint => Vector2.Distance(pose.Raw[joint].Pixel, truth.PixelOf(joint))));
        }

        errors.Sort();
        Assert.InRange(errors[errors.Count / 2], 0, 9);
        Assert.InRange(errors[errors.Count * 9 / 10], 0, 18);
    }

    private static MotionScript Script(ScriptedExercise exercise)
    {
        var start = exercise == ScriptedExercise.Walking ? new FloorPlace(-1.2f, 0, 0) : default;
        var script = new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 1, Start = start }.StandStill(0.3);
        return exercise switch
        {
            ScriptedExercise.Walking => script.Walk(new WalkPlan { SpeedMetresPerSecond = 0.9f }, new FloorPoint(0, 0)).Build(),
            ScriptedExercise.Marching => script.Repeat(exercise, Side.Both, 2, new RepetitionPlan { RangeDegrees = 80 }).Build(),
            _ => script.Repeat(exercise, Side.Left, new RepetitionPlan { RangeDegrees = 75, HoldSeconds = 2 }).Build(),
        };
    }
}
