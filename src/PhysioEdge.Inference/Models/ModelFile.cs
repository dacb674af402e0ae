using System.Security.Cryptography;

namespace PhysioEdge.Inference.Models;

/// <summary>Reads and writes single model files.</summary>
internal static class ModelFile
{
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Gives the bytes of a file that is the one in the manifest, and an error for any other.</summary>
    public static byte[] ReadVerified(string path, ModelInfo info)
    {
        var bytes = Read(path, info);
        if (bytes.LongLength != info.Size)
            throw Wrong(path, info, $"{bytes.LongLength} bytes long, expected {info.Size}");
        var sha256 = Sha256(bytes);
        if (sha256 != info.Sha256)
            throw Wrong(path, info, $"changed: its sha256 is {sha256}, expected {info.Sha256}");
        return bytes;
    }

    /// <summary>Writes a file so that nobody ever sees half of it: whole beside its place, then renamed over it.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static byte[] Read(string path, ModelInfo info)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelException($"The model file '{path}' is missing. {Remedy(info)}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model file '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static ModelException Wrong(string path, ModelInfo info, string how) =>
        new($"The model file '{path}' is {how}. It is not used. {Remedy(info)}");

    private static string Remedy(ModelInfo info)
    {
        var make = $"with 'physioedge models convert {info.Model.ToString().ToLowerInvariant()}'";
        return info.Shipped ? $"Restore it from the release, or make it {make}." : $"It is not part of the release: make it {make}.";
    }
}
