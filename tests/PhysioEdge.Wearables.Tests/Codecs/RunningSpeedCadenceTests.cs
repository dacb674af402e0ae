using CsCheck;
using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Tests.Codecs;

public sealed class RunningSpeedCadenceTests
{
    [Fact]
    public void Numbers_come_in_metres_and_seconds()
    {
        var measurement = RunningSpeedCadence.Decode(Hex.Bytes("07 80 01 54 78 00 15 CD 5B 07")).Value;

        Assert.Equal(new RunningSpeedCadence
        {
            SpeedMetresPerSecond = 1.5,
            CadencePerMinute = 84,
            StrideLengthMetres = 1.2,
            TotalDistanceMetres = 12345678.9,
            IsRunning = true,
        }, measurement);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00 80 01")]
    [InlineData("01 80 01 54 78")]
    [InlineData("02 80 01 54 15 CD 5B")]
    public void What_is_cut_off_is_refused(string hex) => Assert.Contains("too short", RunningSpeedCadence.Decode(Hex.Bytes(hex)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void What_is_encoded_is_decoded_again()
        => Gen.Select(Gen.UShort, Gen.Byte, Gen.UShort.Nullable(), Gen.UInt.Nullable(), Gen.Bool).Sample((speed, cadence, stride, distance, running) =>
        {
            var measurement = new RunningSpeedCadence
            {
                SpeedMetresPerSecond = speed / 256.0,
                CadencePerMinute = cadence,
                StrideLengthMetres = stride / 100.0,
                TotalDistanceMetres = distance / 10.0,
                IsRunning = running,
            };
            Assert.Equal(measurement, RunningSpeedCadence.Decode(measurement.Encode()).Value);
        });

    [Fact]
    public void What_the_sensor_can_do_is_decoded_without_reserved_bits()
    {
        const RunningSpeedCadenceFeatures features = RunningSpeedCadenceFeatures.TotalDistance | RunningSpeedCadenceFeatures.Calibration;

        Assert.Equal(features, RunningSpeedCadenceFeaturesCodec.Decode(Hex.Bytes("EA FF")).Value);
        Assert.Equal(Hex.Bytes("0A 00"), RunningSpeedCadenceFeaturesCodec.Encode(features));
        Assert.False(RunningSpeedCadenceFeaturesCodec.Decode(Hex.Bytes("0A")).IsDecoded);
    }
}
