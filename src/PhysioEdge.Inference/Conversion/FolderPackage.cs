namespace PhysioEdge.Inference.Conversion;

/// <summary>A package unpacked into a folder, with or without the folder "package" that npm puts around its files.</summary>
internal sealed class FolderPackage(string folder) : PackageSource
{
    internal override async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(
        string package, string version, IReadOnlySet<string> files, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report($"Reading {package} from '{folder}'");
        var inner = Path.Combine(folder, "package");
        var root = Directory.Exists(inner) ? inner : folder;
        var contents = new Dictionary<string, byte[]>();
        try
        {
            foreach (var file in files.Where(file => File.Exists(Path.Combine(root, file))))
                contents[file] = await File.ReadAllBytesAsync(Path.Combine(root, file), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The package in '{folder}' cannot be read: {exception.Message}", exception);
        }
        return contents;
    }
}
