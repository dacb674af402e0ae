using CsCheck;
using PhysioEdge.Wearables.Codecs.Polar;

namespace PhysioEdge.Wearables.Tests.Codecs.Polar;

public sealed class PmdControlPointTests
{
    [Fact]
    public void A_device_offers_its_settings()
    {
        var response = PmdResponse.Decode(Hex.Bytes("F0 01 02 00 01  00 02 19 00 32 00  05 01 00 00 80 3F")).Value!;
        var settings = PmdSetting.DecodeAll(response.Parameters.Span).Value!;

        Assert.Equal((PmdOperation.GetSettings, PmdMeasurementType.Acc, PmdStatus.Success, true), (response.Operation, response.Type, response.Status, response.HasMore));
        Assert.Equal([25u, 50u], settings[0].Values);
        Assert.Equal(1f, settings[1].Factor);
    }

    [Fact]
    public void A_refusal_has_no_parameters()
    {
        var response = PmdResponse.Decode(Hex.Bytes("F0 02 00 0D 01 01 02")).Value!;

        Assert.Equal((PmdStatus.DeviceInCharger, false, 0), (response.Status, response.HasMore, response.Parameters.Length));
    }

    [Fact]
    public void A_stored_measurement_is_of_the_same_type_as_a_live_one()
        => Assert.Equal(PmdMeasurementType.Acc, PmdResponse.Decode(Hex.Bytes("F0 02 82 00")).Value!.Type);

    [Theory]
    [InlineData("", "too short")]
    [InlineData("F0 01 02", "too short")]
    [InlineData("0F 01 02 00", "no answer")]
    public void What_is_no_answer_is_refused(string hex, string reason)
        => Assert.Contains(reason, PmdResponse.Decode(Hex.Bytes(hex)).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("00", "too short")]
    [InlineData("00 02 19 00", "too short")]
    [InlineData("63 01 00", "not known")]
    public void Settings_that_are_cut_off_or_unknown_are_refused(string hex, string reason)
        => Assert.Contains(reason, PmdSetting.DecodeAll(Hex.Bytes(hex)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_measurement_is_started_with_the_settings_that_were_chosen()
    {
        var start = new PmdCommand(PmdOperation.StartMeasurement, PmdMeasurementType.Ecg, [new(PmdSettingKind.SampleRate, [130]), new(PmdSettingKind.Resolution, [14])]);

        Assert.Equal(Hex.Bytes("02 00  00 01 82 00  01 01 0E 00"), start.Encode());
        Assert.Equal(start.Encode(), PmdCommand.Decode(start.Encode()).Value!.Encode());
        Assert.False(PmdCommand.Decode(Hex.Bytes("09 00")).IsDecoded);
    }

    [Fact]
    public void An_answer_comes_back_as_it_was()
        => Gen.Select(Gen.Enum<PmdOperation>(), Gen.Enum<PmdMeasurementType>(), Gen.Bool, Gen.Byte.Array[0, 20]).Sample((operation, type, more, parameters) =>
        {
            var bytes = new PmdResponse(operation, type, PmdStatus.Success, more, parameters).Encode();
            Assert.Equal(bytes, PmdResponse.Decode(bytes).Value!.Encode());
        });

    [Fact]
    public void A_device_says_what_it_can_measure()
    {
        var features = PmdFeatures.Decode(Hex.Bytes("0F 05 00")).Value!;

        Assert.Equal([PmdMeasurementType.Ecg, PmdMeasurementType.Acc], features.Types);
        Assert.Equal(Hex.Bytes("0F 05 00"), features.Encode());
        Assert.False(PmdFeatures.Decode(Hex.Bytes("0F 05")).IsDecoded);
    }
}
