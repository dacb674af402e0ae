namespace PhysioEdge.Simulation.Motion;

/// <summary>
/// Numbers without a pattern, the same for the same seed on every runtime and machine: an integer hash of golden-ratio steps
/// (two multiply-xorshift rounds).
/// </summary>
internal sealed class SeededNumbers(int seed)
{
    private uint _state = unchecked((uint)seed);

    public uint Next()
    {
        _state = unchecked(_state + 0x9E3779B9u);
        var x = _state;
        x = unchecked((x ^ (x >> 16)) * 0x85EBCA6Bu);
        x = unchecked((x ^ (x >> 13)) * 0xC2B2AE35u);
        return x ^ (x >> 16);
    }

    public float Between(float low, float high) => (float)(low + ((high - low) * (Next() / (double)uint.MaxValue)));

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (uint)(high - low + 1));

    public bool Chance(float probability) => Between(0f, 1f) < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];
}
