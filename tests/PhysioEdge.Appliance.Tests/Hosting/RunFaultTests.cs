using System.Net;
using System.Net.Sockets;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Hosting;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Rtsp;

namespace PhysioEdge.Appliance.Tests.Hosting;

public sealed class RunFaultTests : IDisposable
{
    private readonly BoxFolder _box = new("phantom.mp4");

    public void Dispose() => _box.Dispose();

    [Fact]
    public async Task A_page_port_in_use_is_named_with_the_fix()
    {
        using var other = Occupy(_box.PagePort);

        (await RunAsync()).IsBadInput("page.port", $":{_box.PagePort}", "box.json");
    }

    [Fact]
    public async Task A_broker_port_in_use_is_named_with_the_fix()
    {
        using var other = Occupy(_box.BrokerPort);

        (await RunAsync()).IsBadInput($"{_box.BrokerPort}", "in use");
    }

    [Theory]
    [InlineData("/proc/physioedge")]
    [InlineData("careplans/pt-7f3a.json")]
    public async Task A_data_folder_that_cannot_be_written_is_named(string folder)
    {
        _box.Box["data_folder"] = folder;

        (await RunAsync()).IsBadInput(folder);
    }

    [Fact]
    public async Task Everything_that_is_wrong_in_the_configuration_is_said_at_once()
    {
        _box.Box["model"] = "huge";
        _box.Box["colour"] = "blue";
        _box.Box["cameras"]![0]!["patient"] = "pt-none";
        _box.WritePlan("""{"patient": "pt-7f3a", "version": 1, "exercises": []}""");

        var result = await RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.All(["box.json: model:", "box.json: colour:", "careplans/pt-7f3a.json: exercises:"], field => Assert.Contains(field, result.Error, StringComparison.Ordinal));
        Assert.DoesNotContain(" at PhysioEdge.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_without_a_care_plan_is_named()
    {
        _box.Box["cameras"]![0]!["patient"] = "pt-none";

        (await RunAsync()).IsBadInput("cameras[0].patient", "pt-none", "pt-7f3a");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_model_that_is_missing_or_corrupt_stops_the_start_with_a_clear_error(bool isThere)
    {
        using var models = new TempFolder();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "models")))
            File.Copy(file, models.File(Path.GetFileName(file)));
        var lite = models.File("pose_landmark_lite.onnx");
        if (isThere)
            await File.AppendAllTextAsync(lite, "x", TestContext.Current.CancellationToken);
        else
            File.Delete(lite);

        var app = BoxHost.Build(BoxConfigurationReader.Read(_box.Write()), ModelStore.Open(models.Path));
        await using (app)
        {
            var error = await Assert.ThrowsAsync<ModelException>(() => app.StartAsync(TestContext.Current.CancellationToken));

            Assert.Contains(lite, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_recording_that_is_missing_is_shown_and_the_service_goes_on()
    {
        using var service = await RunningService.StartAsync(_box);
        await service.LogAsync("the recording is over");

        var camera = (await service.StatusAsync()).GetProperty("cameras")[0];

        Assert.Equal("failed", camera.GetProperty("state").GetString());
        Assert.Contains("phantom.mp4", camera.GetProperty("last_error").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync("/")).StatusCode);
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task A_camera_that_stalls_is_shown_and_comes_back()
    {
        await using var server = await RtspServer.StartAsync(TestContext.Current.CancellationToken);
        _box.Box["cameras"]![0]!["address"] = server.Address;
        _box.Box["cameras"]![0]!["stall_timeout_s"] = 1;
        using var service = await RunningService.StartAsync(_box);
        await service.LogAsync("Camera cam-1 streams");

        server.Freeze();
        await service.LogAsync("Camera cam-1 broke");
        var stalled = (await service.StatusAsync()).GetProperty("cameras")[0];
        server.Thaw();
        await service.LogAsync("Camera cam-1 streams");

        Assert.Equal(1, stalled.GetProperty("stalls").GetInt32());
        Assert.Contains("no picture for 1 s", stalled.GetProperty("last_error").GetString(), StringComparison.Ordinal);
    }

    private static TcpListener Occupy(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private Task<ProgramResult> RunAsync() => PhysioEdgeProgram.RunAsync("run", "--config", _box.Write());
}
