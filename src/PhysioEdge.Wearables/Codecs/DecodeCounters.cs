namespace PhysioEdge.Wearables.Codecs;

/// <summary>Counts what a device sent: decoded, or refused, by reason. May be counted and read by several threads.</summary>
public sealed class DecodeCounters
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _refused = [];
    private long _decoded;

    /// <summary>Gets how many values were decoded.</summary>
    public long Decoded
    {
        get
        {
            lock (_lock)
                return _decoded;
        }
    }

    /// <summary>Gets how many values were refused, by reason, as of now. There are no more reasons than the decoders know.</summary>
    public IReadOnlyDictionary<string, long> Refused
    {
        get
        {
            lock (_lock)
                return new Dictionary<string, long>(_refused);
        }
    }

    /// <summary>Counts a result and hands it on.</summary>
    public DecodeResult<T> Count<T>(DecodeResult<T> result)
    {
        lock (_lock)
        {
            if (result.Refusal is { } reason)
                _refused[reason] = _refused.GetValueOrDefault(reason) + 1;
            else
                _decoded++;
        }

        return result;
    }
}
