using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Storage.Influx;

/// <summary>
/// Writes points over HTTP, gzipped, to <c>/write?db=</c> of InfluxDB 1.x, or of what takes the same (VictoriaMetrics, InfluxDB 2 and 3).
/// All that the rest knows of a server is <see cref="WriteAsync"/>: another client library would replace this file.
/// </summary>
internal sealed class InfluxClient(InfluxOptions options, TimeProvider time) : IDisposable
{
    private const int LongestReason = 200;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Uri _address = new($"{options.Url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/write?db={Uri.EscapeDataString(options.Database)}&precision=ms");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 100_000,
    };

    public async Task<WriteAnswer> WriteAsync(IReadOnlyList<Point> points, CancellationToken cancellationToken)
    {
        var lines = LineProtocol.Write(points);
        if (lines.Length == 0)
            return WriteAnswer.Stored;
        using var patience = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = Compressed(lines) };
            request.Headers.Authorization = SignIn();
            using var response = await _http.SendAsync(request, either.Token);
            return Understand(response, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (HttpRequestException exception)
        {
            return Later($"{options.Url.Authority} cannot be reached or broke off: {exception.GetBaseException().Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Later($"{options.Url.Authority} does not answer within {options.Timeout.TotalSeconds:0} s.");
        }
        catch (SecretException exception)
        {
            return Later(exception.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private static ByteArrayContent Compressed(string lines)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(lines));
        var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.ContentType = new("text/plain") { CharSet = "utf-8" };
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    // Read anew each time: a secret that was changed is used without a restart.
    private AuthenticationHeaderValue? SignIn()
    {
        if (options.TokenFile is { } tokenFile)
            return new("Token", SecretFile.ReadLine(tokenFile, "influx.token_file"));
        if (options.UserName is not { } user)
            return null;
        var password = options.PasswordFile is { } file ? SecretFile.ReadLine(file, "influx.password_file") : "";
        return new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    // Only 204 is the word of such a server: a captive portal says 200 to everything.
    private WriteAnswer Understand(HttpResponseMessage response, string body)
    {
        var reason = ReasonIn(body);
        var said = $"{options.Url.Authority} answers {(int)response.StatusCode}{(reason ?? Shorten(body)) switch { "" => "", var text => $": {text}" }}";
        return response.StatusCode switch
        {
            HttpStatusCode.NoContent => WriteAnswer.Stored,
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity when reason is not null || response.Headers.Contains("X-Influxdb-Version")
                => new(WriteOutcome.Refused, said),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Later($"{said}. Check influx.user_name with influx.password_file, or influx.token_file, and that they may write to {options.Database}."),
            HttpStatusCode.NotFound => Later($"{said}. Check influx.url, and make the database {options.Database} there."),
            _ => Later(said, PauseOf(response)),
        };
    }

    private static WriteAnswer Later(string reason, TimeSpan? pause = null) => new(WriteOutcome.Later, reason, pause);

    private TimeSpan? PauseOf(HttpResponseMessage response)
    {
        var pause = response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - time.GetUtcNow()) : null;
        return pause is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, ShortestPause.Ticks, LongestPause.Ticks)) : null;
    }

    private static string? ReasonIn(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var isObject = document.RootElement.ValueKind == JsonValueKind.Object;
            return isObject && document.RootElement.TryGetProperty("error", out var error) ? Shorten(error.ToString()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestReason ? line : $"{line[..LongestReason]}…";
    }
}
