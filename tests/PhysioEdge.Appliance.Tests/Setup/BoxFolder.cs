using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>The configuration of a box in a folder of its own: one camera, one patient who is to do five squats of 80°.</summary>
internal sealed class BoxFolder : IDisposable
{
    public const string Root = "pe/v1/clinic-01/edge-0001";

    private readonly TempFolder _folder = new();

    public BoxFolder(string cameraAddress)
    {
        Box = new JsonObject
        {
            ["site"] = "clinic-01",
            ["edge"] = "edge-0001",
            ["data_folder"] = "data",
            ["model"] = "lite",
            ["page"] = new JsonObject { ["port"] = PagePort },
            ["broker"] = new JsonObject { ["port"] = FreePort.Take() },
            ["cameras"] = new JsonArray(new JsonObject { ["id"] = "cam-1", ["address"] = cameraAddress, ["patient"] = "pt-7f3a", ["speed"] = 0 }),
        };
        WriteConsent("video", "insole", "heart-rate");
        WritePlan(
            """
            {"patient": "pt-7f3a", "version": 1, "exercises": [
              {"exercise": "squat", "side": "both", "sets": 1, "reps": 5, "max_pause_s": 20,
               "measures": [{"code": "knee-flexion-rom", "target": 80, "limit": 65, "unit": "deg"}]}]}
            """);
    }

    /// <summary>The box of the default run, but for its ports and its data.</summary>
    public static BoxFolder Simulated(string model, double speed)
    {
        var box = new BoxFolder("simulated");
        var shipped = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Repository.Root, "device-config", "box.json")))!;
        (box.Box["session_idle_s"], box.Box["model"], box.Box["cameras"]) = (shipped["session_idle_s"]!.DeepClone(), model, shipped["cameras"]!.DeepClone());
        box.Box["cameras"]![0]!["speed"] = speed;
        box.Box["devices"] = shipped["devices"]!.DeepClone();
        box.Write("insoles/sixteen-cell.json", File.ReadAllText(System.IO.Path.Combine(Repository.Root, "device-config", "insoles", "sixteen-cell.json")));
        box.Write("careplans/pt-demo.json", File.ReadAllText(System.IO.Path.Combine(Repository.Root, "device-config", "careplans", "pt-demo.json")));
        return box;
    }

    public int PagePort { get; } = FreePort.Take();

    /// <summary>Gets what will be in box.json.</summary>
    public JsonObject Box { get; }

    public string Path => _folder.Path;

    public string DataFolder => System.IO.Path.Combine(Path, "data");

    public int BrokerPort => (int)Box["broker"]!["port"]!;

    /// <summary>Lets the box send to a broker elsewhere.</summary>
    public BoxFolder SendTo(int brokerPort)
    {
        Box["broker"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = brokerPort };
        return this;
    }

    /// <summary>Lets the video play as a camera would film it, again and again.</summary>
    public BoxFolder Live()
    {
        (Box["cameras"]![0]!["speed"], Box["cameras"]![0]!["loop"]) = (1, true);
        return this;
    }

    /// <summary>Lets a screen at that address show the camera's picture.</summary>
    public BoxFolder WithVideoOn(string screen)
    {
        Box["page"]!["video_screens"] = new JsonArray(screen);
        return this;
    }

    /// <summary>Has the page ask for these PINs.</summary>
    [SupportedOSPlatform("linux")]
    public BoxFolder WithPins(string therapist, string technician)
    {
        foreach (var (who, pin) in new[] { ("therapist", therapist), ("technician", technician) })
        {
            Write($"{who}-pin", pin + "\n");
            File.SetUnixFileMode(System.IO.Path.Combine(Path, $"{who}-pin"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Box["page"]![$"{who}_pin_file"] = $"{who}-pin";
        }

        return this;
    }

    /// <summary>Has the patient wear two insoles and a heart rate sensor, which are never found; the right leg may bear 20 kg.</summary>
    public BoxFolder Wearing()
    {
        Box["bluetooth"] = new JsonObject { ["bus"] = $"unix:path={System.IO.Path.Combine(Path, "no-bus")}" };
        Box["devices"] = new JsonArray(Insole("left"), Insole("right"), new JsonObject { ["id"] = "watch", ["role"] = "heart-rate", ["patient"] = "pt-7f3a", ["name"] = "Watch 12" });
        Write("insoles/sixteen-cell.json", File.ReadAllText(System.IO.Path.Combine(Repository.Root, "device-config", "insoles", "sixteen-cell.json")));
        WritePlan(
            """
            {"patient": "pt-7f3a", "version": 1, "body_mass_kg": 74, "weight_bearing": {"side": "right", "limit_kg": 20},
             "heart_rate": {"limit_bpm": 130, "max_bpm": 180, "resting_bpm": 60}, "exercises": [
              {"exercise": "squat", "side": "both", "sets": 1, "reps": 5, "max_pause_s": 20,
               "measures": [{"code": "knee-flexion-rom", "target": 80, "limit": 65, "unit": "deg"}]}]}
            """);
        return this;
    }

    public void WritePlan(string json) => Write("careplans/pt-7f3a.json", json);

    /// <summary>Writes that the patient agrees to these.</summary>
    public void WriteConsent(params IEnumerable<string> modalities) => Write(
        "consents/pt-7f3a.json",
        new JsonObject { ["patient"] = "pt-7f3a", ["consents"] = new JsonArray([.. modalities.Select(JsonNode (m) => new JsonObject { ["modality"] = m, ["given_on"] = "2026-11-02" })]) }.ToJsonString());

    /// <summary>Writes box.json.</summary>
    /// <returns>The folder, as <c>--config</c> takes it.</returns>
    public string Write()
    {
        Write("box.json", Box.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return Path;
    }

    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Insole(string side) => new()
    {
        ["id"] = $"insole-{side}",
        ["role"] = "insole",
        ["patient"] = "pt-7f3a",
        ["side"] = side,
        ["name"] = $"Insole {side}",
        ["profile"] = "sixteen-cell",
        ["size"] = "42",
    };
}
