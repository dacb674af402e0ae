using System.Numerics;
using System.Text.Json;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>Pictures, and what MediaPipe's own runtime finds in them: see the README in the folder Golden.</summary>
internal static class GoldenMaterial
{
    public const string SinglePictures = "expected_lite_full_heavy.json";
    public const string Squats = "expected_squats_full.json";

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Pose", "Golden", name);

    public static VideoFrame Picture(string name) => StillPicture.Read(PathOf(name));

    /// <summary>What is expected of a model for a picture, or for each picture of a clip.</summary>
    public static ExpectedPose[] Expected(string file, string model, string material)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        var entry = document.RootElement.GetProperty(model).GetProperty(material);
        return entry.ValueKind == JsonValueKind.Array ? [.. entry.EnumerateArray().Select(ExpectedPose.Read)] : [ExpectedPose.Read(entry)];
    }
}

/// <summary>A pose found by the official runtime.</summary>
/// <param name="Fractions">The landmarks, as parts of the picture's width and height.</param>
/// <param name="Metres">The landmarks in the world.</param>
/// <param name="Visibilities">The visibility of each landmark.</param>
internal sealed record ExpectedPose(Vector2[] Fractions, Vector3[] Metres, float[] Visibilities)
{
    public static ExpectedPose Read(JsonElement pose)
    {
        var landmarks = pose.GetProperty("l").EnumerateArray().Select(Numbers).ToArray();
        var world = pose.GetProperty("w").EnumerateArray().Select(Numbers).ToArray();
        return new ExpectedPose(
            [.. landmarks.Select(v => new Vector2(v[0], v[1]))],
            [.. world.Select(v => new Vector3(v[0], v[1], v[2]))],
            [.. landmarks.Select(v => v[3])]);
    }

    private static float[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetSingle())];
}
