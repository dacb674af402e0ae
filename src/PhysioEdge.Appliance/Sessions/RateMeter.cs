namespace PhysioEdge.Appliance.Sessions;

/// <summary>Counts per second over the last few seconds.</summary>
internal sealed class RateMeter(TimeProvider time)
{
    private const double WindowSeconds = 3;

    private readonly Queue<long> _stamps = [];

    public void Count()
    {
        _stamps.Enqueue(time.GetTimestamp());
        Forget();
    }

    public double PerSecond()
    {
        Forget();
        return _stamps.Count / WindowSeconds;
    }

    private void Forget()
    {
        while (_stamps.TryPeek(out var first) && time.GetElapsedTime(first).TotalSeconds > WindowSeconds)
            _stamps.Dequeue();
    }
}
