namespace PhysioEdge.Publishing;

/// <summary>The newest status of a worker, for pages that show it. May be read from any thread.</summary>
/// <typeparam name="T">An immutable record.</typeparam>
public sealed class LiveStatus<T>
    where T : class, new()
{
    private readonly Lock _gate = new();

    /// <summary>Raised with each new status, on the worker's thread: do little, and do not throw.</summary>
    public event Action<T>? Changed;

    /// <summary>Gets the newest status.</summary>
    public T Value { get; private set; } = new();

    internal void Update(Func<T, T> change)
    {
        lock (_gate)
            Value = change(Value);
        Changed?.Invoke(Value);
    }
}
