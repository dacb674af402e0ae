namespace PhysioEdge.Benchmarks.Setup;

/// <summary>Finds the repository from where the program lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder)
        => File.Exists(Path.Combine(folder.FullName, "PhysioEdge.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new InvalidOperationException("The report goes into the repository: run this from inside it, or give --out."));
}
