namespace PhysioEdge.TestKit;

/// <summary>A folder of its own that is gone when the test is over.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("physioedge-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file that nobody else may read, as secrets have to be.</summary>
    public string WriteSecret(string name, string secret)
    {
        System.IO.File.WriteAllText(File(name), secret);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
