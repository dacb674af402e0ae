using System.Buffers.Binary;

namespace PhysioEdge.Wearables.Codecs;

/// <summary>
/// The 16-bit float of medical devices (IEEE 11073-20601, "SFLOAT"; Bluetooth "medfloat16"): mantissa × 10^exponent with a 4-bit
/// exponent and a 12-bit mantissa, both two's complement. Five mantissas with exponent 0 are no numbers.
/// </summary>
public static class Sfloat
{
    private const int PositiveInfinity = 2046;
    private const int NotANumber = 2047;
    private const int NotAtThisResolution = -2048;
    private const int Reserved = -2047;
    private const int NegativeInfinity = -2046;
    private const int LowestExponent = -8;
    private const int HighestExponent = 7;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    /// <summary>Decodes a value that is one such number and nothing else, little-endian.</summary>
    public static DecodeResult<double> Decode(ReadOnlySpan<byte> value) => value.Length switch
    {
        < 2 => Refusal.TooShort,
        2 => ToDouble(BinaryPrimitives.ReadUInt16LittleEndian(value)),
        _ => Refusal.TooLong,
    };

    /// <summary>The number that the 16 bits stand for.</summary>
    /// <returns>Any unit; NaN also for "not at this resolution" and the reserved value; infinities for values out of the device's range.</returns>
    public static double ToDouble(ushort bits)
    {
        var mantissa = (short)(bits << 4) >> 4;
        var exponent = (short)bits >> 12;
        return exponent == 0 ? WithoutExponent(mantissa) : Scale(mantissa, exponent);
    }

    /// <summary>The 16 bits for a number: the finest that holds it.</summary>
    /// <param name="value">Any unit; what is too large becomes infinite, what is too small 0.</param>
    public static ushort FromDouble(double value)
    {
        if (double.IsNaN(value))
            return Pack(NotANumber, 0);
        for (var exponent = value == 0 ? 0 : LowestExponent; exponent <= HighestExponent; exponent++)
        {
            var mantissa = Math.Round(Scale(value, -exponent));
            if (exponent == 0 ? mantissa is > NegativeInfinity and < PositiveInfinity : mantissa is >= NotAtThisResolution and <= NotANumber)
                return Pack((int)mantissa, exponent);
        }

        return Pack(value > 0 ? PositiveInfinity : NegativeInfinity, 0);
    }

    internal static double Read(ref LittleEndianReader reader) => ToDouble(reader.UInt16());

    private static double WithoutExponent(int mantissa) => mantissa switch
    {
        PositiveInfinity => double.PositiveInfinity,
        NegativeInfinity => double.NegativeInfinity,
        NotANumber or NotAtThisResolution or Reserved => double.NaN,
        _ => mantissa,
    };

    private static ushort Pack(int mantissa, int exponent) => (ushort)((exponent << 12) | (mantissa & 0xFFF));

    // Dividing by a power of ten that a double holds exactly is exact to the last bit; multiplying by its inverse is not.
    private static double Scale(double value, int exponent) => exponent < 0 ? value / PowersOfTen[-exponent] : value * PowersOfTen[exponent];
}
