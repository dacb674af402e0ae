using System.Text.Json;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Pages;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages;

public sealed class WornNotesTests : IDisposable
{
    private readonly BoxFolder _box = new BoxFolder("rtsp://10.0.0.21/stream1").Wearing();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Who_wears_nothing_is_told_of_as_wearing_nothing()
        => Assert.Equal(JsonValueKind.Null, NotesOf(_ => false).ValueKind);

    [Fact]
    public void Of_two_insoles_and_a_watch_the_page_knows_cells_and_limits()
    {
        var notes = NotesOf(_ => true);

        Assert.Equal(["insole-left", "insole-right", "watch"], notes.GetProperty("devices").EnumerateArray().Select(d => d.GetString()));
        var left = notes.GetProperty("feet").GetProperty("left");
        Assert.Equal((16, "N/cm2"), (left.GetProperty("cells").GetArrayLength(), left.GetProperty("unit").GetString()));
        Assert.Equal("[-0.42,-0.15,10.5]", left.GetProperty("cells")[0].GetRawText());
        Assert.Equal("""{"side":"right","limit_kg":20}""", notes.GetProperty("weight_bearing").GetRawText());
        Assert.Equal(74, notes.GetProperty("body_mass_kg").GetDouble());
        Assert.Equal("""{"limit_bpm":130,"max_bpm":180,"resting_bpm":60,"zones":[120,132,144,156,168]}""", notes.GetProperty("heart").GetRawText());
    }

    [Fact]
    public void A_foot_without_an_insole_and_a_heart_without_a_sensor_are_not_there()
    {
        var notes = NotesOf(d => d.Id == "insole-right");

        Assert.Equal(JsonValueKind.Null, notes.GetProperty("feet").GetProperty("left").ValueKind);
        Assert.Equal(JsonValueKind.Null, notes.GetProperty("heart").ValueKind);
        Assert.Equal(JsonValueKind.Null, NotesOf(d => d.Id == "watch").GetProperty("feet").ValueKind);
    }

    private JsonElement NotesOf(Func<DeviceConfiguration, bool> isWorn)
    {
        var devices = BoxConfigurationReader.Read(_box.Write()).Devices;
        return JsonSerializer.SerializeToElement(WornNotes.Of(devices[0].CarePlan, [.. devices.Where(isWorn)]), PagesJson.Options);
    }
}
