using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Simulation.Tests;

public sealed class PhantomCameraTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(30, 60)]
    [InlineData(15, 30)]
    [InlineData(12.5, 25)]
    public async Task It_gives_every_picture_of_the_script_with_its_time_and_then_ends(double rate, int count)
    {
        await using var camera = new PhantomCamera(Standing(2) with { View = Small }, rate);
        var frame = new VideoFrame();
        for (var i = 0; i < count; i++)
        {
            Assert.True(await camera.ReadAsync(frame, Token));
            Assert.Equal(i, frame.Index);
            Assert.Equal(i / rate, frame.PresentationTime.TotalSeconds, 1e-6);
        }

        Assert.False(await camera.ReadAsync(frame, Token));
        Assert.False(await camera.ReadAsync(frame, Token));
        Assert.Equal(count, camera.FrameCount);
    }

    [Fact]
    public async Task The_buffer_takes_the_size_of_the_picture()
    {
        await using var camera = new PhantomCamera(Standing(1) with { View = new CameraView { Width = 90, Height = 120 } });
        var frame = new VideoFrame();

        await camera.ReadAsync(frame, Token);

        Assert.Equal((90, 120, 90, 120), (frame.Width, frame.Height, frame.SourceWidth, frame.SourceHeight));
    }

    [Fact]
    public async Task A_looping_camera_begins_again_while_its_times_go_on()
    {
        await using var camera = new PhantomCamera(Squatting(yaw: 0) with { View = Small }, framesPerSecond: 10, loop: true);
        var first = await Read(camera);
        for (var i = 1; i < camera.FrameCount; i++)
            await Read(camera);

        var again = await Read(camera);

        Assert.Equal(first.Rgb.ToArray(), again.Rgb.ToArray());
        Assert.Equal(camera.FrameCount / 10.0, again.PresentationTime.TotalSeconds, 1e-6);
        Assert.Equal(camera.TruthAt(first.PresentationTime).Angles, camera.TruthAt(again.PresentationTime).Angles);
    }

    [Fact]
    public async Task Two_cameras_on_one_scene_give_the_same_pictures()
    {
        await using var one = new PhantomCamera(Squatting(yaw: 35) with { View = Small });
        await using var other = new PhantomCamera(Squatting(yaw: 35) with { View = Small });
        for (var i = 0; i < 20; i++)
            Assert.Equal((await Read(one)).Rgb.ToArray(), (await Read(other)).Rgb.ToArray());
    }

    [Fact]
    public async Task A_cancelled_read_gives_no_picture()
    {
        await using var camera = new PhantomCamera(Standing(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await camera.ReadAsync(new VideoFrame(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task In_steady_state_a_picture_costs_no_memory()
    {
        var walker = PhantomFigure.WalkingThrough(Small with { YawDegrees = 35 }, -1, TimeSpan.Zero);
        await using var camera = new PhantomCamera(Squatting(yaw: 35) with { View = Small with { YawDegrees = 35 }, Others = [walker] }, loop: true);
        var frame = new VideoFrame();
        for (var i = 0; i < 10; i++)
            await camera.ReadAsync(frame, Token);

        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(await camera.ReadAsync(frame, CancellationToken.None));
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // The least, for a collection that another test sets off meanwhile is counted here too.
        Assert.Equal(0, least);
    }

    [Fact]
    public void Facing_the_camera_the_patient_s_left_is_on_the_right_of_the_picture()
    {
        var truth = new PhantomCamera(Standing(1)).TruthAt(TimeSpan.Zero);

        Assert.True(truth.PixelOf(BodyLandmark.LeftShoulder).X > truth.PixelOf(BodyLandmark.RightShoulder).X);
        Assert.True(truth.PixelOf(BodyLandmark.LeftKnee).X > truth.PixelOf(BodyLandmark.RightKnee).X);
    }

    [Fact]
    public void From_the_patient_s_left_the_left_side_is_nearer_and_the_face_looks_left()
    {
        var truth = new PhantomCamera(Standing(1) with { View = new CameraView { YawDegrees = 80 } }).TruthAt(TimeSpan.Zero);

        Assert.True(truth.MetresOf(BodyLandmark.LeftHip).Z < truth.MetresOf(BodyLandmark.RightHip).Z);
        Assert.True(truth.PixelOf(BodyLandmark.Nose).X < truth.PixelOf(BodyLandmark.LeftEar).X);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(80)]
    [InlineData(-45)]
    public void The_angles_of_the_true_metres_are_the_true_angles(float yaw)
    {
        var truth = new PhantomCamera(Squatting(yaw)).TruthAt(TimeSpan.FromSeconds(1.5));

        var knee = 180 - Angle.At(
            truth.MetresOf(BodyLandmark.LeftKnee), truth.MetresOf(BodyLandmark.LeftHip), truth.MetresOf(BodyLandmark.LeftAnkle));
        Assert.Equal(truth.Angles.KneeLeft, knee, 0.01f);
        Assert.Equal(95, knee, 0.05f);
    }

    [Fact]
    public void True_metres_start_at_the_hips_with_y_down()
    {
        var truth = new PhantomCamera(Standing(1)).TruthAt(TimeSpan.Zero);

        var middle = (truth.MetresOf(BodyLandmark.LeftHip) + truth.MetresOf(BodyLandmark.RightHip)) / 2;
        Assert.InRange(middle.Length(), 0, 1e-5f);
        Assert.True(truth.MetresOf(BodyLandmark.LeftAnkle).Y > 0.5f);
        Assert.True(truth.MetresOf(BodyLandmark.Nose).Y < -0.5f);
    }

    [Fact]
    public void The_whole_standing_patient_is_in_the_default_picture_and_nearly_fills_its_height()
    {
        var truth = new PhantomCamera(Standing(1)).TruthAt(TimeSpan.Zero);
        var pixels = Enum.GetValues<BodyLandmark>().Select(truth.PixelOf).ToArray();

        Assert.All(pixels, pixel => Assert.True(pixel is { X: > 0 and < 480, Y: > 0 and < 640 }, $"{pixel}"));
        Assert.InRange(pixels.Max(p => p.Y) - pixels.Min(p => p.Y), 400, 520);
    }

    [Fact]
    public void The_camera_knows_the_patient_s_repetitions() =>
        Assert.Equal(95, Assert.Single(new PhantomCamera(Squatting(yaw: 0)).Repetitions).PeakDegrees, 0.05f);

    private static readonly CameraView Small = new() { Width = 120, Height = 160 };

    private static PhantomScene Standing(double seconds) =>
        new() { Patient = new PhantomFigure(new MotionScriptBuilder(new BodySize()).StandStill(seconds).Build()) };

    private static PhantomScene Squatting(float yaw) => new()
    {
        Patient = new PhantomFigure(new MotionScriptBuilder(new BodySize()).Repeat(
            ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = 95, OutSeconds = 1.4, HoldSeconds = 0.2 }).Build()),
        View = new CameraView { YawDegrees = yaw },
    };

    private static async Task<VideoFrame> Read(PhantomCamera camera)
    {
        var frame = new VideoFrame();
        Assert.True(await camera.ReadAsync(frame, Token));
        return frame;
    }
}
