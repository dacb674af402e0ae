using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Counting;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>Whom the tracker follows when somebody else is in the room.</summary>
public sealed class IdentityTests(ITestOutputHelper output) : IDisposable
{
    private const double RateHz = 10;

    /// <summary>Farther from the patient's hips than this, pixels, is somebody else: the patient stands 250 high.</summary>
    private const float Elsewhere = 20;

    private readonly PoseTracker _tracker = Trackers.Create();
    private readonly VideoFrame _frame = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _tracker.Dispose();

    /// <summary>Who walks turned aside is hard to mistake; who steps past facing the camera carries the track along until the colours tell.</summary>
    [Theory]
    [InlineData(0, false, 0.35f, 0, 14)]
    [InlineData(35, false, 0.35f, 0, 14)]
    [InlineData(0, false, 1, 0, 13)]
    [InlineData(0, false, -0.6f, 0, 0)]
    [InlineData(35, false, -0.6f, 0, 0)]
    [InlineData(0, true, 0.35f, 90, 0)]
    [InlineData(35, true, 0.35f, 90, 0)]
    [InlineData(0, true, -0.6f, 0, 0)]
    [InlineData(35, true, -0.6f, 0, 0)]
    public async Task After_somebody_has_passed_it_is_still_the_patient_who_is_followed(
        float yaw, bool sameClothes, float nearer, float turned, int mostDoubtful)
    {
        var doubtful = await PassAsync(yaw, sameClothes, nearer, turned, untilRight: 1.8f);

        output.WriteLine($"{doubtful} doubtful, {_tracker.Timings.Detections} detections");
        Assert.InRange(doubtful, 0, mostDoubtful);
    }

    /// <summary>Nothing tells the two apart while they overlap, so that the track may go along until the other is out of view.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    public async Task When_somebody_dressed_as_the_patient_has_gone_the_patient_is_followed_again(float yaw)
    {
        var doubtful = await PassAsync(yaw, sameClothes: true, nearer: 0.35f, turned: 0, untilRight: People.OutOfView);

        output.WriteLine($"{doubtful} doubtful");
        Assert.InRange(doubtful, 0, 60);
    }

    [Fact]
    public async Task A_stranger_who_stays_is_not_adopted_within_three_seconds_of_the_patient_s_leaving()
    {
        // The patient's hips leave the picture at 3.2 s, and the last of them at 3.4 s.
        var leaving = People.Standing(6.1, null, People.At(2, 0, 0), People.At(3.4, 0, -People.OutOfView));
        var stranger = People.Standing(6.1, People.OtherClothes, People.At(0, -0.6f, 1.2f));
        await using var camera = new PhantomCamera(People.Room(leaving, stranger), RateHz);
        while (await camera.ReadAsync(_frame, Cancel))
        {
            var pose = _tracker.Track(_frame);
            Assert.True(pose.HasPose || _frame.PresentationTime > TimeSpan.FromSeconds(3));
            if (pose.HasPose)
                Assert.InRange(People.DistanceFrom(camera.TruthAt(_frame.PresentationTime), pose), 0, 60);
        }
    }

    [Fact]
    public async Task A_patient_who_comes_back_beside_a_stranger_is_the_one_followed()
    {
        var patient = People.Standing(
            6, null, People.At(1.5, 0, 0), People.At(2.5, 0, -People.OutOfView), People.At(3.5, 0, -People.OutOfView), People.At(4.5, 0, -0.3f));
        var stranger = People.Standing(6, People.OtherClothes, People.At(0, -0.6f, 1.2f));
        await using var camera = new PhantomCamera(People.Room(patient, stranger), RateHz);

        Assert.InRange(await FollowAsync(camera, static _ => { }), 0, 25);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(1.3)]
    public async Task The_light_changes_and_the_patient_is_not_lost(double brightness)
    {
        var stranger = People.Standing(5, People.OtherClothes, People.At(0, -0.6f, 1.2f));
        await using var camera = new PhantomCamera(People.Room(People.Standing(5), stranger), RateHz);

        var doubtful = await FollowAsync(camera, frame =>
        {
            if (frame.PresentationTime >= TimeSpan.FromSeconds(2))
                Light(frame, brightness);
        });

        Assert.Equal(0, doubtful);
    }

    [Fact]
    public async Task Of_two_people_who_are_there_from_the_start_the_nearest_is_followed()
    {
        var stranger = People.Standing(1, People.OtherClothes, People.At(0, -0.6f, 1.2f));
        await using var camera = new PhantomCamera(People.Room(People.Standing(1), stranger), RateHz);

        Assert.Equal(0, await FollowAsync(camera, static _ => { }));
    }

    /// <summary>In these made-up scenes the detector takes somebody further away for larger, or is so much surer of them that the patient was left out.</summary>
    [Theory]
    [InlineData(67)]
    [InlineData(189)]
    [InlineData(412)]
    [InlineData(503)]
    [InlineData(563)]
    public async Task Somebody_behind_whom_the_detector_sees_larger_or_more_surely_is_not_taken_for_the_patient(int seed)
    {
        var scene = CountingScene.Of(seed).Scene;
        await using var camera = new PhantomCamera(scene with { View = scene.View with { Width = 300, Height = 400 } }, RateHz);

        while (await camera.ReadAsync(_frame, Cancel) && _frame.PresentationTime <= TimeSpan.FromSeconds(1.5))
        {
            var pose = _tracker.Track(_frame);
            if (_frame.PresentationTime > TimeSpan.FromSeconds(0.5))
                Assert.InRange(People.DistanceFrom(camera.TruthAt(_frame.PresentationTime), pose), 0, Elsewhere);
        }
    }

    private async Task<int> PassAsync(float yaw, bool sameClothes, float nearer, float turned, float untilRight)
    {
        const float Speed = 0.35f;
        var arrival = 1 + ((1.8f + untilRight) / Speed);
        var passer = People.Standing(
            arrival + 1, sameClothes ? null : People.OtherClothes,
            People.At(1, nearer, -1.8f, yaw, turned), People.At(arrival, nearer, untilRight, yaw, turned));
        await using var camera = new PhantomCamera(People.Room(People.Standing(arrival + 1), passer, yaw), RateHz);
        return await FollowAsync(camera, static _ => { });
    }

    /// <summary>Tracks the whole script, asserts that the patient is the one at its end, and counts the pictures in which it was nobody or another.</summary>
    private async Task<int> FollowAsync(PhantomCamera camera, Action<VideoFrame> change)
    {
        var (doubtful, isPatient) = (0, false);
        while (await camera.ReadAsync(_frame, Cancel))
        {
            change(_frame);
            var pose = _tracker.Track(_frame);
            isPatient = pose.HasPose && People.DistanceFrom(camera.TruthAt(_frame.PresentationTime), pose) < Elsewhere;
            doubtful += isPatient ? 0 : 1;
        }

        Assert.True(isPatient, $"Somebody else, or nobody, is followed at the end; {doubtful} pictures without the patient.");
        return doubtful;
    }

    private static void Light(VideoFrame frame, double brightness)
    {
        foreach (ref var value in frame.Rgb)
            value = (byte)Math.Min(255, value * brightness);
    }
}
