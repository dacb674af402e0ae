using Microsoft.Data.Sqlite;

namespace PhysioEdge.Storage.Tests.Sqlite;

/// <summary>Looks at a database from outside.</summary>
internal static class Raw
{
    public static int Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteNonQuery();
    }

    public static long Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    public static void ExecuteIn(string file, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, statement);
    }
}
