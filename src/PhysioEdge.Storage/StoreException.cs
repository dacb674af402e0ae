namespace PhysioEdge.Storage;

/// <summary>A database cannot be opened, read or written. The message names the file and says what to do; nothing was half-written.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets a value indicating whether there was no room on the disk.</summary>
    public bool IsFull { get; init; }

    /// <summary>Gets a value indicating whether the file is damaged, or no database.</summary>
    public bool IsDamaged { get; init; }
}
