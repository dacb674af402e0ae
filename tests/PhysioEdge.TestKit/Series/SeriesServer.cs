using System.Globalization;
using System.Net.Http.Headers;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.TestKit.Series;

/// <summary>A real server for series, from Debian, on a free loopback port with a folder of its own.</summary>
public abstract class SeriesServer : IDisposable
{
    private readonly HttpClient _http = new();
    private ChildProcess? _process;

    protected SeriesServer() => Url = new Uri($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}");

    public Uri Url { get; }

    protected int Port { get; } = FreePort.Take();

    protected TempFolder Folder { get; } = new();

    /// <summary>Whether the Debian package with that program is installed.</summary>
    public static bool IsInstalled(string program) => File.Exists($"/usr/bin/{program}");

    /// <summary>Starts it, or starts it again with what it has on disk.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (process, word) = Launch();
        _process = process;
        await _process.ReadUntilAsync([word], cancellationToken);
    }

    /// <summary>Ends it as the loss of power would, but for what the system had already taken over to write.</summary>
    public void Kill()
    {
        _process!.Dispose();
        _process = null;
    }

    /// <summary>How many values that field of that measurement has.</summary>
    public abstract Task<long> CountAsync(string measurement, string field, CancellationToken cancellationToken);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _process?.Dispose();
        _http.Dispose();
        Folder.Dispose();
    }

    /// <summary>Starts the program.</summary>
    /// <returns>It, and what it prints when it listens.</returns>
    protected abstract (ChildProcess Process, string Word) Launch();

    protected async Task<string> SendAsync(HttpMethod method, string pathAndQuery, CancellationToken cancellationToken, AuthenticationHeaderValue? who = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Url, pathAndQuery));
        request.Headers.Authorization = who;
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
