using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Sqlite;
using Polly;
using Polly.Retry;

namespace PhysioEdge.Storage.Influx;

/// <summary>Copies measurements to an InfluxDB, from where it had got to, for as long as the service runs. The box does not need it for anything.</summary>
public sealed class InfluxWriter : BackgroundService
{
    /// <summary>So many lines that the server does not take are set aside at most, the newest ones.</summary>
    internal const int RefusedKept = 1000;

    private readonly MeasurementStore _store;
    private readonly InfluxOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<InfluxWriter> _logger;
    private readonly InfluxClient _client;
    private readonly InfluxCursor[] _cursors;
    private readonly ResiliencePipeline<WriteAnswer> _untilStored;
    private bool _loaded;

    /// <summary>Makes one that has not begun.</summary>
    public InfluxWriter(MeasurementStore store, InfluxOptions options, TimeProvider time, ILogger<InfluxWriter> logger)
    {
        (_store, _options, _time, _logger) = (store, options, time, logger);
        _client = new InfluxClient(options, time);
        _cursors = [.. InfluxSource.All.Select(source => new InfluxCursor(store, source, options, time))];
        _untilStored = new ResiliencePipelineBuilder<WriteAnswer> { TimeProvider = time }.AddRetry(Patience()).Build();
    }

    /// <summary>Gets how it goes. May be read from any thread.</summary>
    public InfluxStatus Status { get; private set; } = new();

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _client.Dispose();
    }

    /// <summary>Sends all that is new, and once more what is due for it.</summary>
    internal async Task<WriteAnswer> RoundAsync(CancellationToken cancellationToken)
    {
        var answer = await TryRoundAsync(cancellationToken);
        if (answer.Outcome == WriteOutcome.Stored)
        {
            if (Status.Problem is not null)
                InfluxLog.SentAgain(_logger);
            Status = Status with { Problem = null };
            return answer;
        }

        // Whoever does not answer may have lost what it had only in memory.
        foreach (var cursor in _cursors)
            cursor.Rewind();
        if (Status.Problem is null)
            InfluxLog.NotSent(_logger, answer.Reason!);
        Status = Status with { Problem = answer.Reason };
        return answer;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.Interval, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await _untilStored.ExecuteAsync(async token => await RoundAsync(token), stoppingToken);
    }

    private static RetryStrategyOptions<WriteAnswer> Patience() => new()
    {
        ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is { Outcome: WriteOutcome.Later }),
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromMinutes(1),
        DelayGenerator = static args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
    };

    private async Task<WriteAnswer> TryRoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            Load();
            foreach (var cursor in _cursors)
            {
                var answer = await SendAsync(cursor, cancellationToken);
                if (answer.Outcome != WriteOutcome.Stored)
                    return answer;
            }

            return WriteAnswer.Stored;
        }
        catch (StoreException exception)
        {
            return new WriteAnswer(WriteOutcome.Later, exception.Message);
        }
    }

    private void Load()
    {
        if (_loaded)
            return;
        foreach (var cursor in _cursors)
            cursor.Load();
        _loaded = true;
    }

    private async Task<WriteAnswer> SendAsync(InfluxCursor cursor, CancellationToken cancellationToken)
    {
        for (var rows = cursor.ReadNew(); rows.Count > 0; rows = cursor.ReadNew())
        {
            if (await SendAsync([.. rows.Select(r => r.Point)], cancellationToken) is { Outcome: not WriteOutcome.Stored } answer)
                return answer;
            cursor.Acknowledge(rows[^1].Row);
            Status = Status with { Stored = Status.Stored + rows.Count, LastStored = _time.GetUtcNow() };
        }

        for (var rows = cursor.ReadUnsettled(); rows.Count > 0; rows = cursor.ReadUnsettled())
        {
            if (await SendAsync([.. rows.Select(r => r.Point)], cancellationToken) is { Outcome: not WriteOutcome.Stored } answer)
                return answer;
            cursor.Settle(rows[^1].Row);
            Status = Status with { Settled = Status.Settled + rows.Count, LastStored = _time.GetUtcNow() };
        }

        return WriteAnswer.Stored;
    }

    /// <summary>Sends points; of those that are refused together, halves, until what is wrong stands alone.</summary>
    private async Task<WriteAnswer> SendAsync(Point[] points, CancellationToken cancellationToken)
    {
        var answer = await _client.WriteAsync(points, cancellationToken);
        if (answer.Outcome != WriteOutcome.Refused)
            return answer;
        if (points.Length == 1)
        {
            SetAside(points[0], answer.Reason!);
            return WriteAnswer.Stored;
        }

        var first = await SendAsync(points[..(points.Length / 2)], cancellationToken);
        return first.Outcome == WriteOutcome.Stored ? await SendAsync(points[(points.Length / 2)..], cancellationToken) : first;
    }

    private void SetAside(Point point, string reason)
    {
        var isNew = _store.Database.Write(connection =>
        {
            var inserted = connection.Execute(
                "INSERT OR IGNORE INTO influx_refused (target, line, reason) VALUES ($target, $line, $reason)",
                ("$target", _options.Target),
                ("$line", LineProtocol.Write([point]).TrimEnd()),
                ("$reason", reason));
            connection.Execute("DELETE FROM influx_refused WHERE number <= (SELECT MAX(number) FROM influx_refused) - $kept", ("$kept", RefusedKept));
            return inserted > 0;
        });
        if (!isNew)
            return;
        InfluxLog.SetAside(_logger, point.Measurement, reason);
        Status = Status with { Refused = Status.Refused + 1 };
    }
}
