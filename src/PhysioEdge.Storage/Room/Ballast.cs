namespace PhysioEdge.Storage.Room;

/// <summary>
/// A file of no use but its size: on a full disk it is given up, so that events can still be stored, and receipts still clear them —
/// SQLite needs room to delete, too. Taken again when there is room.
/// </summary>
public sealed class Ballast
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "ballast";

    /// <summary>The usual size, bytes: thousands of events.</summary>
    public const long UsualBytes = 16_000_000;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly long _bytes;

    /// <param name="folder">The data folder.</param>
    /// <param name="bytes">Its size.</param>
    public Ballast(string folder, long bytes) => (_path, _bytes) = (Path.Combine(folder, FileName), bytes);

    /// <summary>Gets a value indicating whether there is something to give up.</summary>
    public bool IsThere => File.Exists(_path);

    /// <summary>Gives its room to whoever needs it.</summary>
    /// <returns>False if there was none to give.</returns>
    public bool TryGiveUp()
    {
        lock (_gate)
        {
            try
            {
                if (!IsThere)
                    return false;
                File.Delete(_path);
                return true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>Takes its room, if it is not there and as much is left besides.</summary>
    /// <returns>Whether it is there now.</returns>
    public bool TryTake()
    {
        lock (_gate)
        {
            try
            {
                if (IsThere)
                    return true;
                if (new DriveInfo(Path.GetDirectoryName(_path)!).AvailableFreeSpace < 2 * _bytes)
                    return false;
                using var file = new FileStream(_path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = _bytes });
                file.SetLength(_bytes);
                return true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }
}
