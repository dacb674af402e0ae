using CsCheck;
using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Tests.Codecs;

public sealed class PulseOximetryTests
{
    private static readonly Gen<double> Reading = Gen.UShort.Select(Sfloat.ToDouble);
    private static readonly Gen<OximetryPair> Pair = Gen.Select(Reading, Reading, (saturation, rate) => new OximetryPair(saturation, rate));

    [Fact]
    public void Only_what_the_flags_announce_is_there()
    {
        var measurement = PulseOximetry.Decode(Hex.Bytes("0A 61 00 3C 00 60 00 3D 00 03 02 01")).Value;

        Assert.Equal(new OximetryPair(97, 60), measurement.Normal);
        Assert.Null(measurement.Fast);
        Assert.Equal(new OximetryPair(96, 61), measurement.Slow);
        Assert.Null(measurement.MeasurementStatus);
        Assert.Equal(0x010203u, measurement.SensorStatus);
        Assert.Null(measurement.PulseAmplitudeIndexPercent);
        Assert.True(measurement.IsForClinicalUse);
    }

    [Theory]
    [InlineData("00 FF 07 3C 00")]
    [InlineData("00 61 00 FF 07")]
    [InlineData("00 00 00 00 00")]
    [InlineData("00 61 80 3C 80")]
    [InlineData("00 70 00 3C 00")]
    [InlineData("04 61 00 3C 00 00 80")]
    [InlineData("04 61 00 3C 00 00 04")]
    public void Numbers_that_are_no_patients_are_not_for_use(string hex)
    {
        var result = PulseOximetry.Decode(Hex.Bytes(hex));

        Assert.True(result.IsDecoded);
        Assert.False(result.Value.IsForClinicalUse);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00 61 00 3C")]
    [InlineData("01 61 00 3C 00 61 00")]
    [InlineData("08 61 00 3C 00 01 02")]
    [InlineData("10 61 00 3C 00 01")]
    public void What_is_cut_off_is_refused(string hex) => Assert.Contains("too short", PulseOximetry.Decode(Hex.Bytes(hex)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void What_is_encoded_is_decoded_again()
    {
        var measurements = Gen.Select(Pair, Pair.Nullable(), Pair.Nullable(), Gen.UShort.Nullable(), Gen.UInt[0, 0xFFFFFF].Nullable(), Reading.Nullable());
        measurements.Sample((normal, fast, slow, status, sensor, amplitude) =>
        {
            var measurement = new PulseOximetry
            {
                Normal = normal,
                Fast = fast,
                Slow = slow,
                MeasurementStatus = status,
                SensorStatus = sensor,
                PulseAmplitudeIndexPercent = amplitude,
            };
            Assert.Equal(measurement, PulseOximetry.Decode(measurement.Encode()).Value);
        });
    }
}
