using CsCheck;
using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Tests.Codecs;

public sealed class SfloatTests
{
    [Theory]
    [InlineData(0x0048, 72)]
    [InlineData(0xF2D1, 72.1)]
    [InlineData(0xFFFF, -0.1)]
    [InlineData(0x7001, 1e7)]
    [InlineData(0x8001, 1e-8)]
    [InlineData(0x07FD, 2045)]
    [InlineData(0x0803, -2045)]
    [InlineData(0x0802, double.NegativeInfinity)]
    [InlineData(0x07FE, double.PositiveInfinity)]
    [InlineData(0x07FF, double.NaN)]
    [InlineData(0x0800, double.NaN)]
    [InlineData(0x0801, double.NaN)]
    public void Mantissa_and_exponent_are_twos_complement(int bits, double value) => Assert.Equal(value, Sfloat.ToDouble((ushort)bits));

    [Theory]
    [InlineData(0x17FF, 20470)]
    [InlineData(0xF7FF, 204.7)]
    [InlineData(0xF800, -204.8)]
    public void Special_values_have_exponent_0_only(int bits, double value) => Assert.Equal(value, Sfloat.ToDouble((ushort)bits));

    [Fact]
    public void Every_value_there_is_survives_the_way_out_and_back()
    {
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var value = Sfloat.ToDouble((ushort)bits);
            Assert.Equal(value, Sfloat.ToDouble(Sfloat.FromDouble(value)));
        }
    }

    [Fact]
    public void A_number_is_kept_to_three_digits_at_least()
        => Gen.Double[0.001, 1e9].Sample(value => Math.Abs(Sfloat.ToDouble(Sfloat.FromDouble(value)) - value) <= value / 400);

    [Theory]
    [InlineData(1e12, double.PositiveInfinity)]
    [InlineData(-1e12, double.NegativeInfinity)]
    [InlineData(1e-12, 0)]
    public void What_is_beyond_its_range_is_infinite_or_0(double value, double sent) => Assert.Equal(sent, Sfloat.ToDouble(Sfloat.FromDouble(value)));

    [Theory]
    [InlineData("", "too short")]
    [InlineData("48", "too short")]
    [InlineData("48 00 00", "too long")]
    public void A_value_of_another_length_is_refused(string hex, string reason)
        => Assert.Contains(reason, Sfloat.Decode(Hex.Bytes(hex)).Refusal, StringComparison.Ordinal);
}
