using CsCheck;
using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Tests.Codecs;

public sealed class HeartRateMeasurementTests
{
    [Fact]
    public void Every_field_is_read_at_its_place()
    {
        var measurement = Decoded("1E 48 10 27 00 04 01 02");

        Assert.Equal(72, measurement.BeatsPerMinute);
        Assert.True(measurement.ContactDetected);
        Assert.Equal((ushort)10000, measurement.EnergyKilojoules);
        Assert.Equal([1024, 513], measurement.RrIntervals.ToArray());
    }

    [Fact]
    public void A_rate_of_two_bytes_is_read_and_a_sensor_that_cannot_feel_the_skin_says_nothing_of_it()
    {
        var measurement = Decoded("03 2C 01");

        Assert.Equal(300, measurement.BeatsPerMinute);
        Assert.Null(measurement.ContactDetected);
        Assert.Null(measurement.EnergyKilojoules);
        Assert.True(measurement.RrIntervals.IsEmpty);
    }

    [Theory]
    [InlineData("", "too short")]
    [InlineData("00", "too short")]
    [InlineData("01 48", "too short")]
    [InlineData("08 48 10", "too short")]
    [InlineData("10 48", "too short")]
    [InlineData("10 48 00 04 01", "half an RR interval")]
    public void What_is_cut_off_is_refused(string hex, string reason)
        => Assert.Contains(reason, HeartRateMeasurement.Decode(Hex.Bytes(hex)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Reserved_flags_and_bytes_of_later_versions_are_ignored()
        => Assert.Equal(72, Decoded("E0 48 01 02 03").BeatsPerMinute);

    [Fact]
    public void What_is_encoded_is_decoded_again()
    {
        var measurements = Gen.Select(Gen.UShort, Gen.Bool.Nullable(), Gen.UShort.Nullable(), Gen.UShort.Array[0, 9], (rate, contact, energy, intervals) =>
            new HeartRateMeasurement { BeatsPerMinute = rate, ContactDetected = contact, EnergyKilojoules = energy, RrIntervals = intervals });
        measurements.Sample(measurement =>
        {
            var bytes = measurement.Encode();
            var again = HeartRateMeasurement.Decode(bytes).Value;
            Assert.Equal(measurement with { RrIntervals = default }, again with { RrIntervals = default });
            Assert.Equal(measurement.RrIntervals.ToArray(), again.RrIntervals.ToArray());
            Assert.Equal(bytes, again.Encode());
        });
    }

    private static HeartRateMeasurement Decoded(string hex)
    {
        var result = HeartRateMeasurement.Decode(Hex.Bytes(hex));
        Assert.Null(result.Refusal);
        return result.Value;
    }
}
