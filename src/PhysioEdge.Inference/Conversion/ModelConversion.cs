using PhysioEdge.Inference.Models;

namespace PhysioEdge.Inference.Conversion;

/// <summary>What a conversion wrote.</summary>
/// <param name="Model">What the manifest says of the model.</param>
/// <param name="Path">The file that was written.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">Its SHA-256.</param>
public sealed record ConversionResult(ModelInfo Model, string Path, long Size, string Sha256)
{
    /// <summary>Gets a value indicating whether the file is the one in the manifest, byte for byte.</summary>
    public bool ReproducesManifest => Size == Model.Size && Sha256 == Model.Sha256;
}

/// <summary>Makes model files from the package that the manifest names.</summary>
public static class ModelConversion
{
    /// <summary>
    /// Makes the files of some models anew. Each is written even if it is not the one in the manifest, which only a change
    /// to this converter can bring about: the result says so, and such a file is not used until the manifest has its SHA-256.
    /// </summary>
    /// <exception cref="ModelException">The package cannot be had, is not the expected one, or a file cannot be written.</exception>
    public static async Task<IReadOnlyList<ConversionResult>> ConvertAsync(
        ModelStore store,
        IReadOnlyCollection<PoseModel> models,
        PackageSource package,
        string outputFolder,
        IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        var converted = await ConvertAsync([.. models.Distinct().Select(store.Describe)], package, progress, cancellationToken);
        var results = new List<ConversionResult>();
        foreach (var (info, bytes) in converted)
        {
            var path = Path.Combine(Path.GetFullPath(outputFolder), info.File);
            await WriteAsync(path, bytes, cancellationToken);
            results.Add(new ConversionResult(info, path, bytes.LongLength, ModelFile.Sha256(bytes)));
        }
        return results;
    }

    /// <summary>Makes one model, which must come out as the manifest has it.</summary>
    internal static async Task<byte[]> MakeAsync(
        ModelInfo info, PackageSource package, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var (_, bytes) = (await ConvertAsync([info], package, progress, cancellationToken))[0];
        var sha256 = ModelFile.Sha256(bytes);
        return sha256 == info.Sha256
            ? bytes
            : throw new ModelException($"The model {info.Name} came out with the sha256 {sha256}, but the manifest has {info.Sha256}: program and manifest are of different releases. Install both from one.");
    }

    internal static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await ModelFile.WriteAsync(path, bytes, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model file '{path}' cannot be written: {exception.Message} Free the disk, allow the writing, or choose another folder.", exception);
        }
    }

    private static async Task<List<(ModelInfo Info, byte[] Bytes)>> ConvertAsync(
        IReadOnlyCollection<ModelInfo> models, PackageSource package, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var sources = await package.ReadVerifiedAsync([.. models.Select(info => info.Source)], progress, cancellationToken);
        var converted = new List<(ModelInfo Info, byte[] Bytes)>();
        foreach (var info in models)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report($"Converting {info.Source.File} to {info.File}");
            string[] outputs = [.. info.Outputs.Select(output => output.Name)];
            converted.Add((info, TfliteConverter.Convert(sources[info.Source], info.Name, outputs)));
        }
        return converted;
    }
}
