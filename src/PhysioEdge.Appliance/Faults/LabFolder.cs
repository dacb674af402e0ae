namespace PhysioEdge.Appliance.Faults;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class LabFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("physioedge-faults-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
