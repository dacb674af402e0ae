namespace PhysioEdge.Storage.Secrets;

/// <summary>
/// Files that hold a password, token or key. They are read when they are needed and never kept in the configuration; one that others
/// on the box may read is refused.
/// </summary>
/// <remarks>
/// <c>credential:NAME</c> is a credential of the service, which systemd unlocks for it alone (LoadCredentialEncrypted= in
/// systemd.exec(5)); anything else is a path.
/// </remarks>
public static class SecretFile
{
    private const string Credential = "credential:";
    private const string CredentialsFolder = "CREDENTIALS_DIRECTORY";

    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes a path that is relative to a folder absolute; a credential stays what it is.</summary>
    public static string Resolve(string file, string folder) => file.StartsWith(Credential, StringComparison.Ordinal) ? file : Path.GetFullPath(file, folder);

    /// <summary>Reads the first line of a secret, without the line end that editors leave.</summary>
    /// <param name="file">The path, or the credential.</param>
    /// <param name="field">The field of the configuration that names it.</param>
    /// <exception cref="SecretException">It cannot be read, or others may read it too.</exception>
    public static string ReadLine(string file, string field) => Read(file, field, File.ReadAllText).Split('\n')[0].TrimEnd('\r');

    /// <summary>Reads a secret.</summary>
    /// <inheritdoc cref="ReadLine"/>
    public static byte[] ReadBytes(string file, string field) => Read(file, field, File.ReadAllBytes);

    /// <summary>When it was changed last; null when it cannot be told.</summary>
    public static DateTime? ChangedAt(string file)
    {
        var path = PathOf(file);
        return path is not null && File.Exists(path) ? File.GetLastWriteTimeUtc(path) : null;
    }

    /// <summary>Writes a secret so that nobody but its owner ever may read it.</summary>
    public static void Write(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        using var writer = new StreamWriter(file);
        writer.Write(secret);
    }

    private static T Read<T>(string file, string field, Func<string, T> read)
    {
        var path = PathOf(file) ?? throw new SecretException($"{field} is {file}, but the service was given no credentials ({CredentialsFolder} is not set): add LoadCredentialEncrypted={file[Credential.Length..]} to its unit, or name a file.");
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
                throw new SecretException($"{path} ({field}) may be read by others on this box. Run: chmod 600 {path}");
            return read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecretException($"{path} ({field}) cannot be read: {exception.Message}", exception);
        }
    }

    private static string? PathOf(string file)
    {
        if (!file.StartsWith(Credential, StringComparison.Ordinal))
            return file;
        var folder = Environment.GetEnvironmentVariable(CredentialsFolder);
        return folder is null ? null : Path.Combine(folder, Path.GetFileName(file[Credential.Length..]));
    }
}

/// <summary>A secret cannot be had. The message names its file and field, never what is in it.</summary>
public sealed class SecretException : Exception
{
    public SecretException(string message)
        : base(message)
    {
    }

    public SecretException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
