using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PhysioEdge.Storage.Tests.Influx;

/// <summary>An HTTP server that answers as it is told to, and keeps what was asked.</summary>
internal sealed class ScriptedServer : IDisposable
{
    public const string NoContent = "HTTP/1.1 204 No Content\r\n\r\n";

    /// <summary>At the end of an answer: there the connection is cut.</summary>
    public const char Cut = '\0';

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Request, string?> _answer;

    /// <param name="answer">The bytes to answer with; null for none at all.</param>
    public ScriptedServer(Func<Request, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));

    public ConcurrentQueue<Request> Requests { get; } = new();

    /// <summary>The lines of all requests so far.</summary>
    public IEnumerable<string> Lines => Requests.SelectMany(r => r.Lines);

    public static string Answer(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        while (await ReadLineAsync(stream) is { Length: > 0 } first)
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await ReadLineAsync(stream) is { Length: > 0 } header)
                headers[header[..header.IndexOf(':', StringComparison.Ordinal)]] = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            var body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body);
            var request = new Request(first, headers, Unpack(body));
            Requests.Enqueue(request);
            var answer = _answer(request);
            if (answer is null)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer.TrimEnd(Cut)));
            if (answer is null || answer.EndsWith(Cut))
                return;
        }
    }

    private static string[] Unpack(byte[] body)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(body), CompressionMode.Decompress));
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    internal sealed record Request(string First, IReadOnlyDictionary<string, string> Headers, string[] Lines);
}
