using System.Globalization;
using System.Text.Json;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.TestKit.Series;

/// <summary>VictoriaMetrics, told to take two values of one time for one.</summary>
public sealed class VictoriaMetrics : SeriesServer
{
    public const string Program = "victoria-metrics";

    public override async Task<long> CountAsync(string measurement, string field, CancellationToken cancellationToken)
    {
        // What has come in a moment ago is not yet found, unless it is asked to be; nor is, without an end, what is ahead of the clock
        // as a recording that is played fast can be.
        await SendAsync(HttpMethod.Get, "/internal/force_flush", cancellationToken);
        var lines = await SendAsync(
            HttpMethod.Get,
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/export?start=0&end=4102444800&match[]={measurement}_{field}"),
            cancellationToken);
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(CountIn);
    }

    protected override (ChildProcess Process, string Word) Launch() => (
        ChildProcess.Start(
            "victoria-metrics",
            Program,
            $"-storageDataPath={Folder.File("data")}",
            $"-httpListenAddr=127.0.0.1:{Port}",
            "-retentionPeriod=100y",
            "-dedup.minScrapeInterval=1ms",
            "-memory.allowedBytes=100MB"),
        "pprof handlers are exposed");

    private static int CountIn(string line)
    {
        using var series = JsonDocument.Parse(line);
        return series.RootElement.GetProperty("values").GetArrayLength();
    }
}
