namespace PhysioEdge.Wearables.Codecs;

/// <summary>
/// Makes a counter that starts again at 0 run on: a serial number of 16 bits, a time of day. What differs by less than half its
/// range from the last reading is taken as that near, before or after; a gap longer than that cannot be told from a shorter one.
/// </summary>
/// <param name="modulus">The number of values before it starts again, above 1.</param>
public sealed class WrappingCounter(long modulus)
{
    private long? _last;

    /// <summary>The reading on the line that does not wrap; the first one is as it is read.</summary>
    /// <param name="reading">0 to below the modulus.</param>
    public long Unwrap(long reading)
    {
        if (_last is { } last)
        {
            var ahead = (reading - last) % modulus;
            if (ahead < 0)
                ahead += modulus;
            reading = last + (ahead < modulus - ahead ? ahead : ahead - modulus);
        }

        _last = reading;
        return reading;
    }
}
