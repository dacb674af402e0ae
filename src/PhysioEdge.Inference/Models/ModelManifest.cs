using System.Text.Json;

namespace PhysioEdge.Inference.Models;

/// <summary>Reads the manifest and refuses one that cannot be relied on, with everything that is wrong with it at once.</summary>
internal static class ModelManifest
{
    public const string FileName = "manifest.json";

    private const int Format = 1;
    private const int Sha256Digits = 64;

    public static IReadOnlyList<ModelInfo> Read(string path)
    {
        var manifest = Parse(path);
        var faults = Faults(manifest).ToArray();
        return faults.Length == 0
            ? manifest.Models
            : throw new ModelException($"The model manifest '{path}' is not usable: {string.Join("; ", faults)}. Restore it from the release.");
    }

    private static ManifestFile Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Strict.ManifestFile)
                ?? throw new ModelException($"The model manifest '{path}' is empty. Restore it from the release.");
        }
        catch (JsonException exception)
        {
            var place = $"{exception.Path ?? "$"}, line {exception.LineNumber.GetValueOrDefault() + 1}";
            throw new ModelException($"The model manifest '{path}' is malformed at {place}: {exception.Message} Restore it from the release.", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelException($"There is no model manifest '{path}'. The models folder belongs beside the program: restore it from the release.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model manifest '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<string> Faults(ManifestFile manifest)
    {
        if (manifest.Format != Format)
            yield return $"format is {manifest.Format}, not {Format}";
        foreach (var model in Enum.GetValues<PoseModel>())
        {
            var count = manifest.Models.Count(info => info.Model == model);
            if (count != 1)
                yield return $"models has {count} entries for {model}, not 1";
        }
        foreach (var fault in manifest.Models.SelectMany(Faults))
            yield return fault;
    }

    private static IEnumerable<string> Faults(ModelInfo info)
    {
        if (!IsPlainFileName(info.File))
            yield return $"file '{info.File}' of {info.Model} is not a plain file name";
        if (!IsPlainFileName(info.Source.File))
            yield return $"source.file '{info.Source.File}' of {info.Model} is not a plain file name";
        if (!IsSha256(info.Sha256))
            yield return $"sha256 of {info.Model} is not {Sha256Digits} lower-case hexadecimal digits";
        if (!IsSha256(info.Source.Sha256))
            yield return $"source.sha256 of {info.Model} is not {Sha256Digits} lower-case hexadecimal digits";
        if (info.Size < 1)
            yield return $"size of {info.Model} is {info.Size}";
        if (info.Outputs.Count == 0)
            yield return $"outputs of {info.Model} is empty";
    }

    private static bool IsPlainFileName(string name) => name.Length > 0 && name is not ("." or "..") && !name.AsSpan().ContainsAny('/', '\\', '\0');

    private static bool IsSha256(string digits) => digits.Length == Sha256Digits && digits.All(char.IsAsciiHexDigitLower);
}
