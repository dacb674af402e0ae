using Microsoft.Data.Sqlite;

namespace PhysioEdge.Storage.Sqlite;

/// <summary>What can be wrong with a database file, in words for the person who can mend it.</summary>
internal static class StoreFaults
{
    // Primary result codes, https://sqlite.org/rescode.html
    public const int Constraint = 19;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StoreException From(string path, SqliteException exception) =>
        new(
            exception.SqliteErrorCode switch
            {
                Full => $"The disk that holds {path} is full. Free some space; nothing was written.",
                ReadOnly => $"{path} is read-only. Make it and its folder writable for the service's user; nothing was written.",
                InputOutput => $"Reading or writing {path} failed ({exception.Message}). Check the disk; nothing was written.",
                CannotOpen => $"{path} cannot be opened. It must be a file that the service's user may read and write.",
                Corrupt or NotADatabase => DamagedText(path, exception.Message),
                Busy or Locked => InUseText(path),
                _ => $"{path}: {exception.Message}",
            },
            exception)
        {
            IsFull = exception.SqliteErrorCode == Full,
            IsDamaged = exception.SqliteErrorCode is Corrupt or NotADatabase,
        };

    public static StoreException Damaged(string path, string finding) => new(DamagedText(path, finding)) { IsDamaged = true };

    public static StoreException InUse(string path, Exception exception) => new(InUseText(path), exception);

    public static StoreException Newer(string path, long found, int known) =>
        new($"{path} was written by a newer PhysioEdge (schema {found}; this one knows {known}). Install that version again, or move the file away.");

    public static StoreException Foreign(string path) =>
        new($"{path} is the database of another program. Choose another data folder, or move the file away.");

    public static StoreException NotAFolder(string folder, Exception exception) =>
        new($"The data folder {folder} cannot be made or used ({exception.Message}). Choose a folder that the service's user may write to.", exception);

    private static string DamagedText(string path, string finding) =>
        $"{path} is damaged or not a database ({finding}). What was not yet sent is in it: put a backup in its place.";

    private static string InUseText(string path) =>
        $"{path} is in use by another process. Stop the other one, or choose another data folder.";
}
