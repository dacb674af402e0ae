using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>The accessibility checker axe-core, fetched once with npm; nothing of it is shipped.</summary>
internal static class AxeCore
{
    private const string Package = "axe-core@4.14.1";

    private static readonly Lazy<string> Script = new(Fetch);

    /// <summary>The script, or a skipped test where npm cannot fetch it; on CI, where it must, the test fails instead.</summary>
    public static Task<string> ScriptAsync() => Task.Run(() =>
    {
        try
        {
            return Script.Value;
        }
        catch (Exception exception) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Skip($"The npm package cannot be fetched here: {exception.Message}");
            return "";
        }
    });

    private static string Fetch()
    {
        using var folder = new TempFolder();
        var tarball = Tool.Run("npm", "pack", Package, "--prefer-offline", "--loglevel=error", "--pack-destination", folder.Path).Trim();
        Tool.Run("tar", "-xzf", folder.File(tarball), "-C", folder.Path);
        return File.ReadAllText(folder.File("package/axe.min.js"));
    }
}
