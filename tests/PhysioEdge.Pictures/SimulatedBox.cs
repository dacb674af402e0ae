using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Pictures;

/// <summary>A box with the simulated patient, as <c>run</c> has it, on ports of its own; with the fast model, to leave the browser its time.</summary>
internal sealed class SimulatedBox : IDisposable
{
    private readonly TempFolder _folder;
    private readonly ChildProcess _process;

    private SimulatedBox(TempFolder folder, ChildProcess process, string page) => (_folder, _process, Page) = (folder, process, page);

    public string Page { get; }

    public static async Task<SimulatedBox> StartAsync()
    {
        var folder = new TempFolder();
        var port = FreePort.Take();
        await File.WriteAllTextAsync(
            folder.File("box.json"),
            $$"""
            {
              "site": "demo", "edge": "edge-demo", "data_folder": "data", "session_idle_s": 30, "model": "lite",
              "page": { "port": {{port}}, "video_screens": ["127.0.0.1"] },
              "broker": { "port": {{FreePort.Take()}} },
              "cameras": [{ "id": "simulated", "address": "simulated", "patient": "pt-demo" }]
            }
            """);
        var plan = Path.Combine(folder.Path, "careplans", "pt-demo.json");
        Directory.CreateDirectory(Path.GetDirectoryName(plan)!);
        await using (var shipped = typeof(SimulatedBox).Assembly.GetManifestResourceStream("pt-demo.json")!)
        await using (var copy = File.Create(plan))
            await shipped.CopyToAsync(copy);
        var program = Path.Combine(AppContext.BaseDirectory, "physioedge");
        var process = ChildProcess.Start("dotnet-sdk-10.0", program, "run", "--config", folder.Path);
        await process.ReadUntilAsync(["Running."], CancellationToken.None);
        return new SimulatedBox(folder, process, $"http://127.0.0.1:{port}/");
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }
}
