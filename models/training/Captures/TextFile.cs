using System.Globalization;
using System.IO.Compression;

namespace PhysioEdge.Training.Captures;

internal static class TextFile
{
    /// <summary>The lines of a text file, unpacked if it is packed.</summary>
    public static IReadOnlyList<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream unpacked = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(unpacked);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r'))];
    }

    public static string[] Words(string line) => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    public static float Number(string word) => float.Parse(word, CultureInfo.InvariantCulture);
}
