using Microsoft.Data.Sqlite;

namespace PhysioEdge.Storage.Sqlite;

/// <summary>Brings a database to the newest schema; <c>user_version</c> counts the migrations it has seen.</summary>
internal static class Schema
{
    /// <summary>Looks, without writing: is this whole, ours, and not from the future?</summary>
    public static void RefuseWhatIsNotOurs(SqliteConnection connection, string path, int known)
    {
        var version = Version(connection);
        if (version > known)
            throw StoreFaults.Newer(path, version, known);
        if (version == 0 && connection.Scalar("SELECT COUNT(*) FROM sqlite_master") > 0)
            throw StoreFaults.Foreign(path);

        var finding = connection.Query("PRAGMA quick_check(1)", reader => reader.GetString(0)).First();
        if (finding != "ok")
            throw StoreFaults.Damaged(path, finding);
    }

    public static void Migrate(SqliteConnection connection, IReadOnlyList<string> migrations)
    {
        for (var version = (int)Version(connection); version < migrations.Count; version++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute($"{migrations[version]}; PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }

    private static long Version(SqliteConnection connection) => connection.Scalar("PRAGMA user_version");
}
