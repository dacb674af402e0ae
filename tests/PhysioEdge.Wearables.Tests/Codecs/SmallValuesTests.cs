using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Tests.Codecs;

public sealed class SmallValuesTests
{
    [Fact]
    public void A_battery_has_0_to_100_percent_and_nothing_else()
    {
        for (var percent = 0; percent <= byte.MaxValue; percent++)
            Assert.Equal(percent <= 100, BatteryLevel.Decode([(byte)percent]).IsDecoded);
        Assert.Equal(57, BatteryLevel.Decode(BatteryLevel.Encode(57)).Value);
        Assert.False(BatteryLevel.Decode([]).IsDecoded);
        Assert.False(BatteryLevel.Decode([50, 50]).IsDecoded);
    }

    [Fact]
    public void Reserved_body_locations_are_refused()
    {
        for (var location = 0; location <= byte.MaxValue; location++)
            Assert.Equal(Enum.IsDefined((BodySensorLocation)location), BodySensorLocationCodec.Decode([(byte)location]).IsDecoded);
        Assert.Equal(BodySensorLocation.Foot, BodySensorLocationCodec.Decode(BodySensorLocationCodec.Encode(BodySensorLocation.Foot)).Value);
        Assert.False(BodySensorLocationCodec.Decode([]).IsDecoded);
    }

    [Theory]
    [InlineData("Sohle Größe 42")]
    [InlineData("")]
    [InlineData("足底")]
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal(text, DeviceInformationText.Decode(DeviceInformationText.Encode(text)).Value);

    [Fact]
    public void The_zero_that_ends_a_text_of_C_is_taken_off() => Assert.Equal("1.2", DeviceInformationText.Decode("1.2\0\0"u8).Value);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Contains("UTF-8", DeviceInformationText.Decode([0x41, 0xFF]).Refusal, StringComparison.Ordinal);
}
