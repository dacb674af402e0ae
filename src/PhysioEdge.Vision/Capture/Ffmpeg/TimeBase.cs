namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>The unit of a stream's time stamps, in seconds: Numerator / Denominator.</summary>
internal readonly record struct TimeBase(long Numerator, long Denominator)
{
    /// <summary>That many units as time, rounded half up to the 100 ns of a <see cref="TimeSpan"/>.</summary>
    public TimeSpan Times(long units)
    {
        var twiceTicks = (Int128)units * Numerator * TimeSpan.TicksPerSecond * 2;
        var rounded = twiceTicks + Denominator;
        var (quotient, remainder) = Int128.DivRem(rounded, (Int128)Denominator * 2);
        return TimeSpan.FromTicks((long)(remainder < 0 ? quotient - 1 : quotient));
    }
}
