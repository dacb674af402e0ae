using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage;

/// <summary>Databases that were damaged, and moved aside.</summary>
public static class SetAsideDatabases
{
    /// <summary>Those that lie in a data folder, until somebody takes them away.</summary>
    public static IReadOnlyList<string> Find(string dataFolder) => Database.FindSetAside(dataFolder);
}
