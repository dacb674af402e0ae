using System.Text.Json.Nodes;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Configuration;

public sealed class DeviceConfigurationTests : IDisposable
{
    private readonly BoxFolder _box = new("rtsp://10.0.0.21/stream1");

    public DeviceConfigurationTests()
    {
        _box.Box["devices"] = new JsonArray(
            Insole("left"),
            Insole("right"),
            new JsonObject { ["id"] = "watch", ["role"] = "heart-rate", ["patient"] = "pt-7f3a", ["name"] = "Watch 12", ["silence_s"] = 8 });
        foreach (var name in (string[])["sixteen-cell.json", "eight-cell.json"])
            _box.Write($"insoles/{name}", File.ReadAllText(Path.Combine(Repository.Root, "device-config/insoles", name)));
    }

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Two_insoles_and_a_watch_are_read_with_the_patient_who_wears_them()
    {
        var devices = BoxConfigurationReader.Read(_box.Write()).Devices;

        Assert.Equal(["insole-left", "insole-right", "watch"], devices.Select(d => d.Id));
        Assert.All(devices, d => Assert.Equal("pt-7f3a", d.CarePlan.Patient));
        Assert.Equal(("C0:DE:00:00:00:0A", Side.Left, "sixteen-cell", "42"), (devices[0].Address, devices[0].Insole?.Side, devices[0].Insole?.Profile.Name, devices[0].Insole?.Size));
        Assert.Equal(("Watch 12", TimeSpan.FromSeconds(8)), (devices[2].Name, devices[2].Silence));
        Assert.Null(devices[2].Insole);
    }

    [Fact]
    public void The_only_size_of_a_make_need_not_be_named()
    {
        Device(0)["profile"] = "eight-cell";
        Device(0).Remove("size");

        Assert.Equal("one-size", BoxConfigurationReader.Read(_box.Write()).Devices[0].Insole?.Size);
    }

    [Theory]
    [InlineData("patient", "pt-none", "devices[0].patient: there is no care plan for pt-none in careplans/; known: pt-7f3a")]
    [InlineData("profile", "six-cell", "devices[0].profile: there is no insole six-cell in insoles/; known: eight-cell, sixteen-cell")]
    [InlineData("size", "47", "devices[0].size: sixteen-cell has no size 47; allowed: 38, 42")]
    [InlineData("size", null, "devices[0].size: is missing; sixteen-cell comes in 38, 42")]
    [InlineData("side", null, "devices[0].side: is missing; an insole is for the left or the right foot")]
    [InlineData("address", null, "devices[0].address: give either the address or the name by which the device is found")]
    [InlineData("address", "C0:DE", "devices[0].address: has the wrong form; expected the device's address, such as C0:DE:00:00:00:01, or simulated")]
    [InlineData("id", "insole-right", "devices[1].id: insole-right is there twice; each device needs a name of its own")]
    [InlineData("side", "right", "devices[1].role: pt-7f3a wears insole-left there already; one insole on the right each")]
    [InlineData("address", "C0:DE:00:00:00:0b", "devices[1].address: is that of insole-left too; each device has its own")]
    [InlineData("role", "heart-rate", "devices[0].profile: is for insoles; leave it out for a heart rate sensor")]
    public void An_error_names_the_device_and_what_is_allowed(string field, string? value, string error)
    {
        if (value is null)
            Device(0).Remove(field);
        else
            Device(0)[field] = value;

        Assert.Contains(error, Assert.Throws<ConfigurationException>(() => BoxConfigurationReader.Read(_box.Write())).Message, StringComparison.Ordinal);
    }

    private JsonObject Device(int index) => _box.Box["devices"]![index]!.AsObject();

    private static JsonObject Insole(string side) => new()
    {
        ["id"] = $"insole-{side}",
        ["role"] = "insole",
        ["patient"] = "pt-7f3a",
        ["side"] = side,
        ["address"] = side == "left" ? "c0:de:00:00:00:0a" : "C0:DE:00:00:00:0B",
        ["profile"] = "sixteen-cell",
        ["size"] = "42",
    };
}
