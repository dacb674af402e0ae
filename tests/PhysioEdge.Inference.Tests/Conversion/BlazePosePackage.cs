using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;
using PhysioEdge.Inference.Tests.Conversion;

[assembly: AssemblyFixture(typeof(BlazePosePackage))]

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>The package that the models are made from, fetched once with npm for all tests and laid into a folder.</summary>
public sealed class BlazePosePackage : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("physioedge-tests-");
    private readonly Lazy<Task> _fetched;

    public BlazePosePackage() => _fetched = new Lazy<Task>(FetchAsync);

    /// <summary>Gives the folder, or skips the test where npm cannot fetch; on CI, where it must, the test fails instead.</summary>
    public async Task<string> FolderAsync()
    {
        try
        {
            await _fetched.Value;
        }
        catch (ModelException exception) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Skip($"The npm package cannot be fetched here: {exception.Message}");
        }
        return _folder.FullName;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task FetchAsync()
    {
        var store = ModelStore.Open();
        var sources = Enum.GetValues<PoseModel>().Select(model => store.Describe(model).Source).ToArray();
        var contents = await PackageSource.FromNpm().ReadAsync(
            sources[0].Package,
            sources[0].Version,
            sources.Select(source => source.File).ToHashSet(),
            null,
            TestContext.Current.CancellationToken);
        foreach (var (file, bytes) in contents)
            await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, file), bytes, TestContext.Current.CancellationToken);
    }
}
