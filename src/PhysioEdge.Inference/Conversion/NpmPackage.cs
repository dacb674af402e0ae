using System.ComponentModel;
using System.Diagnostics;

namespace PhysioEdge.Inference.Conversion;

/// <summary>A package that npm fetches into a temporary folder.</summary>
internal sealed class NpmPackage(string npm) : PackageSource
{
    private const int LinesOfGist = 4;
    private const string Remedy = "Fetch the package on another machine and give it with '--package FILE.tgz'.";

    internal override async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(
        string package, string version, IReadOnlySet<string> files, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report($"Fetching {package} {version} with npm");
        var folder = Directory.CreateTempSubdirectory("physioedge-");
        try
        {
            await PackAsync(folder.FullName, $"{package}@{version}", cancellationToken);
            if (Directory.GetFiles(folder.FullName, "*.tgz") is not [var tarball])
                throw new ModelException($"npm fetched no package for {package}@{version}. {Remedy}");
            return await FromPath(tarball).ReadAsync(package, version, files, null, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task PackAsync(string folder, string specification, CancellationToken cancellationToken)
    {
        using var process = Start(folder, specification);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var complaints = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new ModelException($"'npm pack {specification}' failed with exit code {process.ExitCode}: {Gist(complaints)} {Remedy}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    // npm writes a page about a failure; its first lines say what failed, the rest is advice on proxies and logs.
    private static string Gist(string complaints) => string.Join(' ', complaints
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Take(LinesOfGist)
        .Select(static line => line.Replace("npm error ", string.Empty, StringComparison.Ordinal)));

    private Process Start(string folder, string specification)
    {
        var start = new ProcessStartInfo(npm, ["pack", specification, "--prefer-offline", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start) ?? throw new ModelException($"npm did not start. {Remedy}");
        }
        catch (Win32Exception exception)
        {
            throw new ModelException($"npm cannot be started ({exception.Message}): install Node.js. Or: {Remedy}", exception);
        }
    }
}
