using System.Text.Json;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.TestKit.Series;

/// <summary>InfluxDB 1.6.</summary>
/// <param name="database">The database that queries are about.</param>
/// <param name="withSignIn">Whether only those may write who sign in.</param>
public sealed class InfluxDb(string database, bool withSignIn = false) : SeriesServer
{
    public const string Program = "influxd";

    /// <summary>Runs a statement, such as <c>CREATE DATABASE "x"</c>.</summary>
    public Task<string> ExecuteAsync(string statement, CancellationToken cancellationToken, string? userAndPassword = null) => SendAsync(
        HttpMethod.Post,
        $"/query?db={database}&q={Uri.EscapeDataString(statement)}",
        cancellationToken,
        userAndPassword is null ? null : new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(userAndPassword))));

    public override async Task<long> CountAsync(string measurement, string field, CancellationToken cancellationToken)
    {
        using var answer = JsonDocument.Parse(await ExecuteAsync($"SELECT COUNT(\"{field}\") FROM \"{measurement}\"", cancellationToken));
        return answer.RootElement.GetProperty("results")[0].TryGetProperty("series", out var series)
            ? series[0].GetProperty("values")[0][1].GetInt64()
            : 0;
    }

    protected override (ChildProcess Process, string Word) Launch()
    {
        var configuration = Folder.File("influxdb.conf");
        File.WriteAllText(
            configuration,
            $"""
            reporting-disabled = true
            bind-address = "127.0.0.1:{FreePort.Take()}"
            [meta]
              dir = "{Folder.File("meta")}"
            [data]
              dir = "{Folder.File("data")}"
              wal-dir = "{Folder.File("wal")}"
            [monitor]
              store-enabled = false
            [http]
              bind-address = "127.0.0.1:{Port}"
              auth-enabled = {(withSignIn ? "true" : "false")}
            [ifql]
              enabled = false
            """);
        return (ChildProcess.Start("influxdb", Program, "-config", configuration), "Listening for signals");
    }
}
