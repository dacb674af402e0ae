using System.Text.Json.Nodes;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Appliance.Tests.Configuration;

public sealed class BoxConfigurationReaderTests : IDisposable
{
    private readonly BoxFolder _box = new("rtsp://10.0.0.21/stream1");

    public void Dispose() => _box.Dispose();

    [Fact]
    public void The_folder_in_the_repository_is_the_box_of_the_default_run()
    {
        var (shipped, demo) = (BoxConfigurationReader.Read(Path.Combine(Repository.Root, "device-config")), BoxConfigurationReader.ForDemo(1));

        Assert.EquivalentWithExclusions(demo, shipped, strict: true, "Broker.BindAddress", "InsoleProfiles");
    }

    [Fact]
    public void What_is_left_out_has_a_sensible_default()
    {
        foreach (var optional in (string[])["data_folder", "model", "page", "broker"])
            _box.Box.Remove(optional);

        var box = BoxConfigurationReader.Read(_box.Write());

        Assert.Equal(("127.0.0.1", 8080), (box.Page.Address, box.Page.Port));
        Assert.True(box.Broker.IsEmbedded);
        Assert.Equal(1883, box.Broker.Port);
        Assert.Equal(TimeSpan.FromMinutes(5), box.SessionIdle);
        Assert.Equal((400, 5 * 365), (box.Retention.Details.TotalDays, box.Retention.Summaries.TotalDays));
        Assert.Null(box.Influx);
        Assert.EndsWith("/physioedge", box.DataFolder, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_are_relative_to_the_configuration_and_addresses_stay_as_they_are()
    {
        _box.Box["cameras"]!.AsArray().Add(new JsonObject { ["id"] = "cam-2", ["address"] = "clips/a.mp4", ["patient"] = "pt-7f3a" });
        _box.Box["broker"] = new JsonObject { ["host"] = "mqtt.clinic.example", ["tls"] = true, ["user_name"] = "edge-0001", ["password_file"] = "mqtt-password" };

        var box = BoxConfigurationReader.Read(_box.Write());

        Assert.Equal(["rtsp://10.0.0.21/stream1", Path.Combine(_box.Path, "clips/a.mp4")], box.Cameras.Select(c => c.Camera.Address));
        Assert.Equal((8883, Path.Combine(_box.Path, "mqtt-password")), (box.Broker.Port, box.Broker.PasswordFile));
        Assert.Equal((_box.DataFolder, PoseModel.Lite), (box.DataFolder, box.Model));
    }

    [Fact]
    public void A_camera_that_is_there_twice_is_an_error()
    {
        _box.Box["cameras"]!.AsArray().Add(_box.Box["cameras"]![0]!.DeepClone());

        Assert.Contains("cameras[1].id: cam-1 is there twice", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_plans_of_one_patient_are_an_error()
    {
        _box.Write("careplans/copy.json", File.ReadAllText(Path.Combine(_box.Path, "careplans/pt-7f3a.json")));

        Assert.Contains("careplans/pt-7f3a.json: patient: pt-7f3a already has a care plan", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_for_the_embedded_broker_is_an_error()
    {
        _box.Box["broker"] = new JsonObject { ["user_name"] = "edge-0001" };

        Assert.Contains("broker: tls, user_name and password_file are for a broker elsewhere", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void How_long_measurements_are_kept_and_where_they_are_copied_to_can_be_said()
    {
        _box.Box["storage"] = new JsonObject { ["details_days"] = 30, ["summaries_days"] = 60, ["limit_mb"] = 100 };
        _box.Box["influx"] = new JsonObject { ["url"] = "https://influx.clinic.example:8086", ["database"] = "physio", ["user_name"] = "edge-0001", ["password_file"] = "influx-password", ["interval_s"] = 30 };

        var box = BoxConfigurationReader.Read(_box.Write());

        Assert.Equal((30, 60, 100_000_000), (box.Retention.Details.TotalDays, box.Retention.Summaries.TotalDays, box.Retention.MostBytes));
        Assert.Equal(("clinic-01", "edge-0001", "physio", Path.Combine(_box.Path, "influx-password")), (box.Influx!.Site, box.Influx.Edge, box.Influx.Database, box.Influx.PasswordFile));
        Assert.Equal((new Uri("https://influx.clinic.example:8086"), TimeSpan.FromSeconds(30)), (box.Influx.Url, box.Influx.Interval));
    }

    [Fact]
    public void Summaries_that_would_go_before_their_details_are_an_error()
    {
        _box.Box["storage"] = new JsonObject { ["summaries_days"] = 100 };

        Assert.Contains("storage.summaries_days: is 100, and details_days 400", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"url": "influx:8086", "database": "physio"}""", "influx.url")]
    [InlineData("""{"url": "http://edge:secret@influx:8086", "database": "physio"}""", "influx.url")]
    [InlineData("""{"url": "http://influx:808600", "database": "physio"}""", "influx: url http://influx:808600 is no address")]
    [InlineData("""{"url": "http://influx:8086", "database": "physio", "password_file": "p"}""", "influx: password_file is for a user")]
    [InlineData("""{"url": "http://influx:8086", "database": "physio", "user_name": "u", "token_file": "t"}""", "influx: token_file is in place of user_name")]
    public void A_server_for_copies_that_cannot_be_right_is_an_error(string influx, string said)
    {
        _box.Box["influx"] = JsonNode.Parse(influx);

        Assert.Contains(said, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_json_is_named_with_line_and_place()
    {
        _box.Write();
        _box.Write("box.json", "{ \"site\": ");

        var error = Assert.Throws<ConfigurationException>(() => BoxConfigurationReader.Read(_box.Path));

        Assert.Contains("box.json", error.Message, StringComparison.Ordinal);
        Assert.Contains("line", error.Message, StringComparison.Ordinal);
    }

    private string Refusal() => Assert.Throws<ConfigurationException>(() => BoxConfigurationReader.Read(_box.Write())).Message;
}
