using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Simulation.Tests.Rendering;

public sealed class SceneRendererTests
{
    private static readonly TimeSpan Deepest = TimeSpan.FromSeconds(1.5);
    private static readonly Appearance Clothed = new();

    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(-45)]
    public async Task The_figure_is_where_the_truth_says_its_joints_are(float yaw)
    {
        var camera = Camera(Scene(yaw));
        var frame = await PictureAt(camera, Deepest);
        var truth = camera.TruthAt(frame.PresentationTime);

        AssertShows(Clothed.Skin, frame, truth.PixelOf(BodyLandmark.LeftKnee));
        AssertShows(Clothed.Skin, frame, truth.PixelOf(BodyLandmark.RightKnee));
        AssertShows(Clothed.Skin, frame, Between(truth, BodyLandmark.LeftKnee, BodyLandmark.LeftAnkle, 0.6f));
        AssertShows(Clothed.Skin, frame, Between(truth, BodyLandmark.RightKnee, BodyLandmark.RightAnkle, 0.6f));
        AssertShows(Clothed.Shorts, frame, Between(truth, BodyLandmark.LeftHip, BodyLandmark.LeftKnee, 0.4f));
        AssertShows(Clothed.Shorts, frame, Between(truth, BodyLandmark.RightHip, BodyLandmark.RightKnee, 0.4f));
        AssertShows(Clothed.Shirt, frame, Between(truth, BodyLandmark.LeftShoulder, BodyLandmark.RightHip, 0.5f));
    }

    [Fact]
    public async Task Where_nobody_is_the_picture_never_changes()
    {
        var standing = await PictureAt(Camera(Scene(0)), TimeSpan.Zero);
        var deep = await PictureAt(Camera(Scene(0)), Deepest);

        Assert.NotEqual(At(standing, 120, 65), At(deep, 120, 65));
        for (var y = 0; y < standing.Height; y++)
            Assert.Equal(At(standing, 10, y), At(deep, 10, y));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public async Task Whoever_is_nearer_hides_the_other(float ahead, bool hidden)
    {
        var camera = Camera(Scene(0) with { Others = [Bystander(ahead, 0)] });
        var frame = await PictureAt(camera, TimeSpan.Zero);
        var truth = camera.TruthAt(frame.PresentationTime);
        var belly = (Between(truth, BodyLandmark.LeftShoulder, BodyLandmark.RightHip, 0.5f)
            + Between(truth, BodyLandmark.RightShoulder, BodyLandmark.LeftHip, 0.5f)) / 2;

        AssertShows(hidden ? Bystander(0, 0).Appearance.Shirt : Clothed.Shirt, frame, belly);
    }

    [Fact]
    public async Task Someone_who_walks_through_is_seen_on_the_way()
    {
        var walker = Bystander(0.8f, 0) with
        {
            Path =
            [
                new FloorWaypoint(TimeSpan.Zero, new FloorPlace(0.8f, -1, 90)),
                new FloorWaypoint(TimeSpan.FromSeconds(2), new FloorPlace(0.8f, 1, 90)),
            ],
        };
        var camera = Camera(Scene(0) with { Others = [walker] });

        var early = ColumnOf(walker.Appearance.Shirt, await PictureAt(camera, TimeSpan.FromSeconds(0.7)));
        var late = ColumnOf(walker.Appearance.Shirt, await PictureAt(camera, TimeSpan.FromSeconds(1.3)));

        Assert.True(early < 120 && late > 120, $"column {early}, then {late}");
    }

    [Fact]
    public async Task A_figure_at_the_picture_s_edge_or_behind_the_lens_is_cut_off_without_harm()
    {
        var scene = Scene(0) with { Others = [Bystander(2.9f, 0), Bystander(4, 0), Bystander(0, 1.1f)] };

        var frame = await PictureAt(Camera(scene), TimeSpan.Zero);

        Assert.Equal((240, 320), (frame.Width, frame.Height));
    }

    [Fact]
    public async Task A_lower_light_makes_a_darker_picture()
    {
        var bright = await PictureAt(Camera(Scene(0)), TimeSpan.Zero);
        var dim = await PictureAt(Camera(Scene(0) with { Lighting = new Lighting { Strength = 0.2f, Ambient = 0.2f } }), TimeSpan.Zero);

        Assert.True(Mean(dim) < Mean(bright) - 40, $"{Mean(dim)} against {Mean(bright)}");
    }

    [Fact]
    public async Task Each_named_look_build_and_light_makes_a_picture_of_its_own()
    {
        var scenes = Looks.Named.Values.Skip(1).Select(looks => Scene(30) with { Patient = Scene(30).Patient with { Appearance = looks } })
            .Concat(Lights.Named.Values.Select(light => Scene(30) with { Lighting = light }))
            .Concat(Builds.Named.Values.Skip(1).Select(body => Scene(30) with { Patient = new PhantomFigure(new MotionScriptBuilder(body).StandStill(2).Build()) }));
        var pictures = new HashSet<string>();
        foreach (var scene in scenes)
            pictures.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData((await PictureAt(Camera(scene), TimeSpan.Zero)).Rgb)));

        Assert.Equal(Looks.Named.Count + Lights.Named.Count + Builds.Named.Count - 2, pictures.Count);
    }

    [Fact]
    public async Task Long_trousers_and_sleeves_cover_shins_and_forearms()
    {
        var scene = Scene(0);
        var camera = Camera(scene with { Patient = scene.Patient with { Appearance = Clothed with { LongTrousers = true, LongSleeves = true } } });
        var frame = await PictureAt(camera, TimeSpan.Zero);
        var truth = camera.TruthAt(TimeSpan.Zero);

        AssertShows(Clothed.Shorts, frame, Between(truth, BodyLandmark.LeftKnee, BodyLandmark.LeftAnkle, 0.6f));
        AssertShows(Clothed.Shirt, frame, Between(truth, BodyLandmark.RightElbow, BodyLandmark.RightWrist, 0.5f));
    }

    private static PhantomCamera Camera(PhantomScene scene) => new(scene, framesPerSecond: 10);

    private static PhantomScene Scene(float yaw) => new()
    {
        Patient = new PhantomFigure(new MotionScriptBuilder(new BodySize()).Repeat(
            ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = 70, OutSeconds = 1.4, HoldSeconds = 0.2 }).Build()),
        View = new CameraView { YawDegrees = yaw, Width = 240, Height = 320 },
    };

    private static PhantomFigure Bystander(float ahead, float left) => new(new MotionScriptBuilder(new BodySize()).StandStill(5).Build())
    {
        Appearance = new Appearance { Shirt = new Rgb(200, 60, 60), Shorts = new Rgb(60, 140, 60) },
        Path = [new FloorWaypoint(TimeSpan.Zero, new FloorPlace(ahead, left, 0))],
    };

    private static async Task<VideoFrame> PictureAt(PhantomCamera camera, TimeSpan time)
    {
        var frame = new VideoFrame();
        do
        {
            Assert.True(await camera.ReadAsync(frame, TestContext.Current.CancellationToken));
        }
        while (frame.PresentationTime < time);
        return frame;
    }

    private static Vector2 Between(PhantomTruth truth, BodyLandmark from, BodyLandmark to, float part) =>
        Vector2.Lerp(truth.PixelOf(from), truth.PixelOf(to), part);

    private static void AssertShows(Rgb colour, VideoFrame frame, Vector2 pixel)
    {
        var seen = At(frame, (int)pixel.X, (int)pixel.Y);
        Assert.True(IsLit(colour, seen), $"{seen} at {pixel} is not {colour} in any light");
    }

    private static Rgb At(VideoFrame frame, int x, int y)
    {
        var rgb = frame.Rgb.Slice(((y * frame.Width) + x) * 3, 3);
        return new Rgb(rgb[0], rgb[1], rgb[2]);
    }

    /// <summary>The same hue, brighter or darker.</summary>
    private static bool IsLit(Rgb colour, Rgb pixel)
    {
        var (pure, seen) = (Vector3.Normalize(Vector(colour)), Vector(pixel));
        return seen.Length() > 15 && Vector3.Dot(pure, Vector3.Normalize(seen)) > 0.998f;
    }

    private static Vector3 Vector(Rgb colour) => new(colour.Red, colour.Green, colour.Blue);

    private static double ColumnOf(Rgb colour, VideoFrame frame) =>
        Enumerable.Range(0, frame.Width * frame.Height).Where(i => IsLit(colour, At(frame, i % frame.Width, i / frame.Width)))
            .Average(i => i % frame.Width);

    private static double Mean(VideoFrame frame) => frame.Rgb.ToArray().Average(value => value);
}
