using System.Net.Http.Json;
using System.Text.Json;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary><c>physioedge run</c>, as systemd would start and stop it.</summary>
internal sealed class RunningService : IDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _http;
    private readonly Queue<string> _early = new();

    private RunningService(ChildProcess process, HttpClient http) => (_process, _http) = (process, http);

    /// <summary>Starts it and waits until it says that it runs.</summary>
    /// <param name="box">Its configuration.</param>
    /// <param name="variables">What is in its environment besides, such as <c>WATCHDOG_USEC=1000000</c>.</param>
    public static async Task<RunningService> StartAsync(BoxFolder box, params IEnumerable<string> variables)
    {
        var process = ChildProcess.Start("dotnet-sdk-10.0", "env", [.. variables, PhysioEdgeProgram.Path, "run", "--config", box.Write()]);
        var service = new RunningService(process, new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{box.PagePort}") });

        // A camera may have its say before the service has.
        for (var line = ""; !line.Contains("Running.", StringComparison.Ordinal); service._early.Enqueue(line))
            line = await process.ReadUntilAsync([""], TestContext.Current.CancellationToken);
        return service;
    }

    /// <summary>Waits for a line of the log.</summary>
    public Task LogAsync(string text) => LogAsync(text, TimeSpan.FromSeconds(30));

    /// <summary>Waits so long for a line of the log.</summary>
    public async Task LogAsync(string text, TimeSpan patience)
    {
        while (_early.TryDequeue(out var line))
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }

        await _process.ReadUntilAsync([text], patience, TestContext.Current.CancellationToken);
    }

    public Task<JsonElement> StatusAsync() => _http.GetFromJsonAsync<JsonElement>("/api/status", TestContext.Current.CancellationToken);

    /// <summary>Asks for the status until it is as wanted.</summary>
    public async Task<JsonElement> StatusAsync(Func<JsonElement, bool> isWanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var status = await StatusAsync();
            if (isWanted(status))
                return status;
        }
    }

    public async Task<HttpResponseMessage> GetAsync(string path) => await _http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await _http.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Sends a request whose answer does not end.</summary>
    public async Task<HttpResponseMessage> SendStreamAsync(HttpRequestMessage request) =>
        await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Stops it as systemd does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        _process.Signal("TERM");
        return await _process.ExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Signal("KILL");
        await _process.ExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _process.Dispose();
        _http.Dispose();
    }
}
