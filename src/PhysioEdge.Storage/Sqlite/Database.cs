using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PhysioEdge.Storage.Sqlite;

/// <summary>
/// One SQLite file with one connection behind a lock: the only writer, and nobody else's file while it is open.
/// What a write transaction has committed survives the loss of power (write-ahead log, synchronous FULL).
/// </summary>
internal sealed class Database : IDisposable
{
    private const string DamagedMark = ".damaged-";

    private readonly Lock _gate = new();
    private readonly FileStream _ownership;
    private readonly SqliteConnection _connection;

    private Database(string path, FileStream ownership, SqliteConnection connection)
    {
        Path = path;
        _ownership = ownership;
        _connection = connection;
    }

    public string Path { get; }

    /// <summary>Gets where the damaged file is that was in its place; null if none was.</summary>
    public string? SetAside { get; private init; }

    /// <summary>Opens the file, makes it with its folders if it is missing, and brings it to the newest schema.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="fileName">The file in it.</param>
    /// <param name="migrations">The scripts that lead from each schema version to the next, from an empty file on.</param>
    /// <exception cref="StoreException">It cannot be opened or must not be used; it was left as it is.</exception>
    public static Database Open(string folder, string fileName, IReadOnlyList<string> migrations)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, fileName));
        var ownership = TakeOwnership(folder, path);
        var connection = new SqliteConnection(ConnectionString(path));
        try
        {
            connection.Open();
            Schema.RefuseWhatIsNotOurs(connection, path, migrations.Count);

            // The first of these has to come before the file has a page.
            connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
            Schema.Migrate(connection, migrations);
            return new Database(path, ownership, connection);
        }
        catch (SqliteException exception)
        {
            Close();
            throw StoreFaults.From(path, exception);
        }
        catch (StoreException)
        {
            Close();
            throw;
        }

        void Close()
        {
            connection.Dispose();
            ownership.Dispose();
        }
    }

    /// <summary>Opens the file; one that is damaged is moved aside, as it is, and an empty one made in its place, so that the box goes on.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="fileName">The file in it.</param>
    /// <param name="migrations">The scripts that lead from each schema version to the next, from an empty file on.</param>
    /// <param name="time">Says when, in the name of what was moved.</param>
    /// <exception cref="StoreException">It cannot be opened or must not be used; it was left as it is.</exception>
    public static Database OpenOrSetAside(string folder, string fileName, IReadOnlyList<string> migrations, TimeProvider time)
    {
        try
        {
            return Open(folder, fileName, migrations);
        }
        catch (StoreException exception) when (exception.IsDamaged)
        {
            var (path, mark) = (System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, fileName)), time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
            var aside = MoveAside(path, $"{path}{DamagedMark}{mark}", exception);
            return Open(folder, fileName, migrations).With(aside);
        }
    }

    /// <summary>The damaged databases that lie in that folder.</summary>
    public static IReadOnlyList<string> FindSetAside(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, $"*.db{DamagedMark}*").Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Holds a database for somebody who does not open it: nobody else can until this is disposed.</summary>
    /// <exception cref="StoreException">Somebody has it open.</exception>
    public static IDisposable Own(string folder, string fileName) => TakeOwnership(folder, System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, fileName)));

    /// <summary>Runs a query.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        lock (_gate)
        {
            try
            {
                return query(_connection);
            }
            catch (SqliteException exception)
            {
                throw StoreFaults.From(Path, exception);
            }
        }
    }

    /// <summary>Runs a transaction: all of it is written, or nothing.</summary>
    /// <exception cref="StoreException">The file cannot be written; the same may be tried again later.</exception>
    public T Write<T>(Func<SqliteConnection, T> change) => Read(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = change(connection);
        transaction.Commit();
        return result;
    });

    /// <summary>Limits the size of the file; beyond it writing fails as on a full disk.</summary>
    public void LimitPages(int pages) => Read(connection => connection.Execute($"PRAGMA max_page_count = {pages}"));

    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
            _ownership.Dispose();
        }
    }

    private static string MoveAside(string path, string aside, StoreException damage)
    {
        try
        {
            foreach (var part in (string[])["-wal", "-shm", ""])
            {
                if (File.Exists(path + part))
                    File.Move(path + part, aside + part);
            }

            return aside;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{damage.Message} It could not be moved aside either: {exception.Message}", exception);
        }
    }

    private Database With(string setAside) => new(Path, _ownership, _connection) { SetAside = setAside };

    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = false,
        DefaultTimeout = 5,
    }.ToString();

    // A lock of its own rather than SQLite's: readers such as the sqlite3 shell stay welcome, and it ends with the process.
    private static FileStream TakeOwnership(string folder, string path)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw StoreFaults.NotAFolder(folder, exception);
        }
        catch (IOException exception) when (IsHeldByAnother(folder, exception))
        {
            throw StoreFaults.InUse(path, exception);
        }
        catch (IOException exception)
        {
            throw StoreFaults.NotAFolder(folder, exception);
        }
    }

    // The runtime gives flock's EWOULDBLOCK (11 on Linux) as the HResult of the exception.
    private static bool IsHeldByAnother(string folder, IOException exception) => exception.HResult == 11 && Directory.Exists(folder);
}
