using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.Storage.Receiving;
using PhysioEdge.Storage.Secrets;
using PhysioEdge.Storage.Sqlite;

namespace PhysioEdge.Storage.Backups;

/// <summary>All databases of the box in one sealed file, made while the service runs, and put back while it does not.</summary>
public static class Backup
{
    private const int KeyBytes = 32;

    private static readonly string[] Databases = [EdgeStore.FileName, MeasurementStore.FileName, ReceiverStore.FileName, AuditLog.FileName];

    /// <summary>Makes a key.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Reads a key of 32 bytes, Base64.</summary>
    /// <exception cref="SecretException">It cannot be read, or is none.</exception>
    public static byte[] ReadKey(string file, string field)
    {
        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(SecretFile.ReadLine(file, field), key, out var count) && count == KeyBytes
            ? key[..KeyBytes]
            : throw new SecretException($"{file} ({field}) is no key: 32 bytes in Base64 are expected, as 'physioedge backup --new-key FILE' makes them.");
    }

    /// <summary>Writes the backup; a file of that name is replaced only by a whole one.</summary>
    /// <returns>The databases in it.</returns>
    /// <exception cref="StoreException">A database cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static IReadOnlyList<string> Make(string dataFolder, string file, byte[] key)
    {
        var names = Databases.Where(name => File.Exists(Path.Combine(dataFolder, name))).ToList();
        var beside = file + ".part";
        var work = Directory.CreateDirectory(Path.Combine(dataFolder, ".backup"));
        try
        {
            var archive = Path.Combine(work.FullName, "archive");
            using (var packed = new GZipStream(File.Create(archive), CompressionLevel.Fastest))
            using (var tar = new TarWriter(packed))
            {
                foreach (var name in names)
                    tar.WriteEntry(Copied(Path.Combine(dataFolder, name), Path.Combine(work.FullName, name)), name);
            }

            using (var plain = File.OpenRead(archive))
            using (var target = File.Create(beside))
                SealedFile.Seal(plain, target, key);
            File.Move(beside, file, overwrite: true);
            return names;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Puts a backup in place of what is there, which is moved aside.</summary>
    /// <returns>The folder that what was there is in now; null when there was nothing.</returns>
    /// <exception cref="StoreException">The service runs, or the backup is not whole or of another key; nothing was changed.</exception>
    public static string? Restore(string dataFolder, string file, byte[] key, DateTimeOffset now)
    {
        Directory.CreateDirectory(dataFolder);
        var work = Directory.CreateDirectory(Path.Combine(dataFolder, ".restore"));
        try
        {
            Unpack(file, key, work.FullName);
            using (Database.Open(work.FullName, EdgeStore.FileName, EdgeSchema.Migrations))
            using (Database.Own(dataFolder, EdgeStore.FileName))
            {
                var aside = MoveAside(dataFolder, now);
                foreach (var name in Databases.Where(name => File.Exists(Path.Combine(work.FullName, name))))
                    File.Move(Path.Combine(work.FullName, name), Path.Combine(dataFolder, name));
                return aside;
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Unpack(string file, byte[] key, string folder)
    {
        var archive = Path.Combine(folder, "archive");
        try
        {
            using (var sealedFrom = File.OpenRead(file))
            using (var target = File.Create(archive))
                SealedFile.Open(sealedFrom, target, key);
            using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(packed, folder, overwriteFiles: false);
        }
        catch (CryptographicException exception)
        {
            throw new StoreException($"{file} cannot be opened: it is not a whole backup, or was made with another key. Nothing was changed.", exception);
        }
    }

    private static string? MoveAside(string folder, DateTimeOffset now)
    {
        string[] there = [.. Databases.SelectMany(name => (string[])[name, name + "-wal", name + "-shm"]).Select(name => Path.Combine(folder, name)).Where(File.Exists)];
        if (there.Length == 0)
            return null;
        var aside = Directory.CreateDirectory(Path.Combine(folder, $"before-restore-{now.UtcDateTime:yyyyMMdd-HHmmss}")).FullName;
        foreach (var path in there)
            File.Move(path, Path.Combine(aside, Path.GetFileName(path)));
        return aside;
    }

    /// <summary>A copy as of one moment, whatever is written meanwhile (SQLite's online backup).</summary>
    private static string Copied(string from, string to)
    {
        try
        {
            using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly;Pooling=False");
            using var copy = new SqliteConnection($"Data Source={to};Pooling=False");
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
            return to;
        }
        catch (SqliteException exception)
        {
            throw StoreFaults.From(from, exception);
        }
    }
}
