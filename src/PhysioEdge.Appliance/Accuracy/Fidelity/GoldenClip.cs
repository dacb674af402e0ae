using System.Numerics;

namespace PhysioEdge.Appliance.Accuracy.Fidelity;

/// <summary>A clip with what the official runtime finds in it in video mode: <c>NAME.MODEL.json</c> in pixels, <c>NAME_3d.MODEL.json</c> in metres.</summary>
/// <param name="Pixels">Per picture and landmark.</param>
/// <param name="World">Per picture and landmark, metres from mid-hip.</param>
internal sealed record GoldenClip(IReadOnlyList<Vector2[]> Pixels, IReadOnlyList<Vector3[]> World)
{
    /// <exception cref="Commands.InputException">The files are not in that form.</exception>
    public static GoldenClip Read(string pixelsPath, string worldPath)
    {
        var pixels = Frames(pixelsPath, 2, static l => new Vector2((float)l[0], (float)l[1]));
        var world = Frames(worldPath, 3, GoldenPose.Metres);
        return pixels.Count == world.Count
            ? new GoldenClip(pixels, world)
            : throw ReferenceFile.Wrong(worldPath, $"has {world.Count} pictures, but '{Path.GetFileName(pixelsPath)}' has {pixels.Count}");
    }

    private static List<T[]> Frames<T>(string path, int coordinates, Converter<double[], T> convert)
    {
        var frames = ReferenceFile.ReadJson<double[][][]>(path);
        var broken = Array.FindIndex(frames, frame => !GoldenPose.AreWhole(frame, coordinates));
        return broken < 0
            ? [.. frames.Select(frame => Array.ConvertAll(frame, convert))]
            : throw ReferenceFile.Wrong(path, $"picture {broken}: 33 landmarks are expected");
    }
}
