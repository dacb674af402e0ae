using System.Text.Json;

namespace PhysioEdge.Appliance.Faults;

/// <summary>The configuration of a box of the bench's, with a recording that is not there for a camera.</summary>
internal static class LabConfiguration
{
    public static void Write(string folder, string data, int brokerPort)
    {
        Directory.CreateDirectory(Path.Combine(folder, "careplans"));
        File.WriteAllText(Path.Combine(folder, "careplans", "pt-lab.json"), """
            {"patient": "pt-lab", "version": 1, "exercises": [
              {"exercise": "squat", "side": "both", "sets": 1, "reps": 5, "measures": [{"code": "knee-flexion-rom", "target": 80, "limit": 65, "unit": "deg"}]}]}
            """);
        File.WriteAllText(Path.Combine(folder, "box.json"), JsonSerializer.Serialize(new
        {
            site = LabEvents.Site,
            edge = LabEvents.Edge,
            data_folder = data,
            page = new { port = LabPort.Free() },
            broker = new { host = "127.0.0.1", port = brokerPort },
            cameras = new[] { new { id = "none", address = "none.mp4", patient = "pt-lab" } },
        }));
    }
}
