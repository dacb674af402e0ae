using System.IO.Compression;
using System.Text.Json;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Accuracy;

/// <summary>Opens the files that hold what is true of a recording.</summary>
internal static class ReferenceFile
{
    /// <summary>The lines of a text file, plain or gzipped (<c>.gz</c>).</summary>
    public static string[] ReadLines(string path) => Read<string[]>(path, path.EndsWith(".gz", StringComparison.Ordinal) ? Unpack : File.ReadAllLines);

    public static T ReadJson<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Read(path, File.ReadAllBytes)) ?? throw Wrong(path, "is null");
        }
        catch (JsonException exception)
        {
            throw Wrong(path, $"line {exception.LineNumber + 1}: not as expected here", exception);
        }
    }

    public static InputException Wrong(string path, string what, Exception? because = null)
        => new($"The reference '{path}' {what}. Copy it again from its source.", because!);

    private static string[] Unpack(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    private static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw Wrong(path, $"cannot be read: {exception.Message.TrimEnd('.')}", exception);
        }
    }
}
