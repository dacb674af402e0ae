namespace PhysioEdge.Simulation.Wearables;

/// <summary>Noise that is the same for the same seed and place, in whatever order it is asked for.</summary>
internal static class Hashed
{
    /// <summary>Evenly spread from 0 to below 1.</summary>
    public static double Share(int seed, long at, int channel = 0)
    {
        var x = unchecked(((ulong)at * 0x9E3779B97F4A7C15ul) ^ ((ulong)(uint)seed << 32) ^ (uint)channel);
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ul);
        x = unchecked((x ^ (x >> 27)) * 0x94D049BB133111EBul);
        return (x ^ (x >> 31)) / (ulong.MaxValue + 1.0);
    }

    /// <summary>From −1 to 1, most often near 0.</summary>
    public static double Noise(int seed, long at, int channel = 0) => Share(seed, at, channel) - Share(~seed, at, channel);
}
