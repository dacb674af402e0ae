using System.Text.Json.Nodes;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Decoding;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Decoding;

public sealed class GattValueTests
{
    [Theory]
    [InlineData("2A37", "164800040100", """{"flags":22,"hr_bpm":72,"contact_supported":true,"contact_detected":true,"energy_kJ":null,"rr_1024":[1024,1],"rr_ms":[1000,0.977]}""")]
    [InlineData("2A53", "058001547800", """{"speed_mps":1.5,"cadence_spm":84,"stride_length_m":1.2,"total_distance_m":null,"running":true}""")]
    [InlineData("2A54", "0500", """{"stride_length_supported":true,"total_distance_supported":false,"walk_run_supported":true}""")]
    [InlineData("2A5F", "0161003C00FF07FE07", """{"spo2_pct":97,"pr_bpm":60,"fast":["NaN","+Inf"]}""")]
    [InlineData("2A5F", "04FF0702080080", """{"spo2_pct":"NaN","pr_bpm":"-Inf","measurement_status":32768,"invalid_for_clinical_use":true}""")]
    [InlineData("SFLOAT", "0108", """{"value":"NaN"}""")]
    [InlineData("SFLOAT", "D2F2", """{"value":72.2}""")]
    [InlineData("2A19", "64", """{"percent":100}""")]
    [InlineData("2A38", "05", """{"location":"Ear Lobe"}""")]
    [InlineData("2A29", "412E00", """{"value":"A."}""")]
    [InlineData("FB005C81", "F0020000010A", """{"op":"start measurement","type":"ECG","status":"SUCCESS","more":true,"params":"0a"}""")]
    [InlineData("FB005C81", "F07F3FFF", """{"op":"unknown","type":"UNKNOWN_TYPE","status":"UNKNOWN_ERROR","more":false,"params":""}""")]
    [InlineData("FB005C81", "0F0500", """{"features":["ECG","ACC"]}""")]
    [InlineData("FB005C82", "00 0100000000000000 00 010000FFFFFF", """{"type":"ECG","timestamp_ns":1,"frame_type":0,"compressed":false,"samples":[1,-1],"samples_uV":[1,-1]}""")]
    [InlineData("FB005C82", "02 0100000000000000 01 0100FEFF0300", """{"type":"ACC","timestamp_ns":1,"frame_type":1,"compressed":false,"samples":[[1,-2,3]],"samples_mG":[[1,-2,3]]}""")]
    [InlineData("FB005C82", "03 0000000000000000 00 4820030A0006", """{"type":"PPI","timestamp_ns":0,"frame_type":0,"compressed":false,"samples":[{"hr":72,"pp_ms":800,"err_ms":10,"blocker":0,"skin_contact":1,"skin_contact_supported":1}]}""")]
    public void A_value_is_shown_with_its_units(string characteristic, string hex, string json)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var expected = JsonNode.Parse(json);
        var actual = Shown(characteristic, bytes);

        Assert.True(JsonNode.DeepEquals(expected, actual), actual.ToJsonString());
    }

    [Fact]
    public void Differences_are_shown_with_what_they_begin_from()
    {
        var json = Shown("FB005C82", Convert.FromHexString("02010000000000000080E80318FC00000401F102"));

        Assert.Equal([1000, -1000, 0], json["reference_sample"]!.AsArray().Select(v => v!.GetValue<int>()));
        Assert.Equal([1001, -1001, 2], json["sample1"]!.AsArray().Select(v => v!.GetValue<int>()));
        Assert.Equal((4, 1), (json["delta_bits"]!.GetValue<int>(), json["delta_samples"]!.GetValue<int>()));
        Assert.Equal(244, json["samples_mG"]![0]![0]!.GetValue<double>());
    }

    [Fact]
    public void The_samples_of_an_insole_are_shown_oldest_first()
    {
        var bytes = new byte[104];
        (bytes[0], bytes[8 + 72 + 1], bytes[8 + 1], bytes[20 + 72 + 1]) = (55, 100, 50, 9);

        var json = Shown("ORPHE", bytes);

        Assert.Equal(4, json["samples"]!.AsArray().Count);
        Assert.Equal(7, json["oldest"]!["gyro_dps"]![0]!.GetValue<double>());
        Assert.Equal(3.5, json["samples"]![3]!["gyro_dps"]![0]!.GetValue<double>());
        Assert.Equal(9, json["oldest"]!["press"]![0]!.GetValue<int>());
    }

    [Theory]
    [InlineData("2a19")]
    [InlineData("0x2A19")]
    [InlineData("00002a19")]
    [InlineData("00002A19-0000-1000-8000-00805f9b34fb")]
    public void A_characteristic_may_be_written_short_or_long(string characteristic)
        => Assert.Equal(50, Shown(characteristic, [50])["percent"]!.GetValue<int>());

    [Fact]
    public void The_characteristics_of_makers_may_be_written_long()
    {
        Assert.NotNull(Shown("fb005c81-02e7-f387-1cad-8acd2d8df0c8", [0x0F, 1, 0])["features"]);
        Assert.NotNull(Shown("f3f9c7ce-46ee-4205-89ac-abe64e626c0f", [56, .. new byte[103]])["samples"]);
    }

    [Fact]
    public void What_is_refused_says_why() => Assert.Contains("too short", Assert.Throws<InputException>(() => GattValue.Decode("2A37", [])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_command_prints_JSON_and_takes_bytes_as_people_copy_them()
    {
        var result = await PhysioEdgeProgram.RunAsync("decode", "2A37", "0x10 48:00-04");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(1000, JsonNode.Parse(result.Output)!["rr_ms"]![0]!.GetValue<double>());
    }

    [Fact]
    public async Task The_bytes_may_be_none() => (await PhysioEdgeProgram.RunAsync("decode", "2A37", "")).IsBadInput("too short");

    // As a reader of the printed text sees it.
    private static JsonNode Shown(string characteristic, ReadOnlySpan<byte> value) => JsonNode.Parse(GattValue.Decode(characteristic, value).ToJsonString(GattValue.Json))!;
}
