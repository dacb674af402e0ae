using System.Numerics;
using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Accuracy.Fidelity;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Accuracy.Fidelity;

public sealed class GoldenFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pictures_are_read_model_by_model_and_found_beside_the_file_or_around_it()
    {
        Directory.CreateDirectory(_folder.File("official"));
        File.WriteAllText(_folder.File("around.png"), "");
        File.WriteAllText(_folder.File("official/beside.png"), "");
        var path = Write("official/expected_lite.json", new { lite = new Dictionary<string, object> { ["beside.png"] = Pose(33), ["around.png"] = Pose(33) } });

        var golden = GoldenPictures.Read(path);

        var expected = golden.ExpectedOf("lite").ToList();
        Assert.Equal(["beside.png", "around.png"], expected.Select(e => e.Name));
        Assert.Equal(new Vector2(50, 50), expected[0].Pose.Pixels(100, 200)[3]);
        Assert.Equal(new Vector3(0.1f, 0.2f, 0.3f), expected[0].Pose.Metres()[3]);
        Assert.Equal(_folder.File("official/beside.png"), golden.PathOf("beside.png"));
        Assert.Equal(_folder.File("around.png"), golden.PathOf("around.png"));
        Assert.Empty(golden.ExpectedOf("heavy"));
    }

    [Fact]
    public void A_pose_that_lacks_a_landmark_is_named()
    {
        var path = Write("expected_lite.json", new { lite = new Dictionary<string, object> { ["a.png"] = Pose(32) } });

        IsNamed(path, "[lite][a.png]", () => GoldenPictures.Read(path));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    public void What_is_no_such_file_is_named(string text)
    {
        var path = _folder.File("expected_lite.json");
        File.WriteAllText(path, text);

        IsNamed(path, "Copy it again", () => GoldenPictures.Read(path));
    }

    [Fact]
    public void A_clip_whose_two_files_differ_in_length_is_named()
    {
        var pixels = Write("clip.full.json", Frames(2));
        var world = Write("clip_3d.full.json", Frames(1));

        IsNamed(world, "has 1 pictures, but 'clip.full.json' has 2", () => GoldenClip.Read(pixels, world));
    }

    [Fact]
    public void A_picture_of_a_clip_that_lacks_landmarks_is_named()
    {
        var world = Write("clip_3d.full.json", Frames(1));
        var pixels = Write("clip.full.json", new[] { new[] { new[] { 1.0, 2.0, 3.0 } } });

        IsNamed(pixels, "picture 0: 33 landmarks are expected", () => GoldenClip.Read(pixels, world));
    }

    [Fact]
    public void Errors_are_taken_along_the_axes_of_the_picture_and_through_space()
    {
        var landmarks = default(LandmarkSet);
        landmarks[3] = new Landmark(new Vector2(3, -6.6f), 1, new Vector3(0.3f, 0.4f, 0));
        var error = new LandmarkError();

        error.Add(landmarks, new Vector2[33], new Vector3[33]);

        Assert.Equal(9.6 / 66, error.MeanPixels, 1e-6);
        Assert.Equal(6.6, error.MaxPixels, 1e-6);
        Assert.Equal(0.5, error.MaxWorldMetres, 1e-6);
    }

    private static void IsNamed(string path, string what, Action read)
    {
        var exception = Assert.Throws<InputException>(read);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    private static object Pose(int count) => new
    {
        l = Enumerable.Repeat(new[] { 0.5, 0.25, 0, 1 }, count),
        w = Enumerable.Repeat(new[] { 0.1, 0.2, 0.3, 1 }, count),
    };

    private static double[][][] Frames(int count)
        => [.. Enumerable.Repeat(Enumerable.Repeat(new[] { 1.0, 2, 3 }, 33).ToArray(), count)];

    private string Write(string name, object content)
    {
        File.WriteAllText(_folder.File(name), JsonSerializer.Serialize(content));
        return _folder.File(name);
    }
}
