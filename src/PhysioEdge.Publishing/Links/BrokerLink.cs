using Microsoft.Extensions.Logging;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;

namespace PhysioEdge.Publishing.Links;

/// <summary>Keeps one worker connected to the broker: connects, lets it work, and after each loss tries again for ever.</summary>
internal sealed partial class BrokerLink(BrokerOptions broker, LinkSetup setup, Action<Func<LinkStatus, LinkStatus>> report, AuditLog? audit, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan WarningInterval = TimeSpan.FromDays(1);
    private static readonly TimeSpan IdentityWatchInterval = TimeSpan.FromMinutes(1);

    private readonly Backoff _backoff = new(Random.Shared);
    private long _attempts;
    private string? _audited;
    private long _warnedAt = time.GetTimestamp() - (long)(WarningInterval.TotalSeconds * time.TimestampFrequency);

    /// <summary>Runs until it is stopped, then takes leave of the broker. Only what is nobody's business but the worker's is thrown.</summary>
    /// <param name="work">What to do while the connection is up; its token is cancelled when it is lost.</param>
    /// <param name="stopping">Cancelled to stop.</param>
    public async Task RunAsync(Func<BrokerConnection, CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            var error = await TryWorkAsync(work, stopping);

            // A connection that is lost again at once is no reason to hurry.
            if (time.GetElapsedTime(started) > Backoff.Longest)
                _backoff.Reset();
            if (!stopping.IsCancellationRequested)
                await PauseAsync(error, stopping);
        }
    }

    private async Task<string> TryWorkAsync(Func<BrokerConnection, CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            var opening = BrokerConnection.OpenAsync(broker, setup, ++_attempts, time, stopping);
            report(status => status with { Attempts = _attempts, RetryAt = null });
            using var connection = await opening;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, connection.Lost);
            try
            {
                await AnnounceAsync(connection, either.Token);
                report(status => status with { ConnectedSince = time.GetUtcNow(), Connections = status.Connections + 1, CertificateExpiresAt = connection.CertificateExpiresAt });
                LogConnected(broker.DisplayName);
                if (connection.RefusedSubscriptions is { } refused)
                    ReportRefusal(refused);
                WarnOfExpiry(connection);
                await Together.RunAsync(either.Token, token => work(connection, token), token => WatchIdentityAsync(connection, token));
                return connection.LossReason;
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested && connection.IsOutdated)
            {
                await TakeLeaveAsync(connection);
                return "The box has a new certificate.";
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                await TakeLeaveAsync(connection);
                return "Stopped.";
            }
            catch (OperationCanceledException) when (connection.Lost.IsCancellationRequested)
            {
                return connection.LossReason;
            }
        }
        catch (BrokerException exception)
        {
            if (exception.IsRefusal)
                Audit(exception.Message);
            return exception.Message;
        }
    }

    /// <summary>Ends when the certificate is another one, so that the next connection is made with it.</summary>
    private async Task WatchIdentityAsync(BrokerConnection connection, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(IdentityWatchInterval, time);
        while (!connection.IsOutdated && await timer.WaitForNextTickAsync(cancellationToken))
            WarnOfExpiry(connection);
    }

    private void WarnOfExpiry(BrokerConnection connection)
    {
        if (connection.CertificateExpiresAt is not { } expires || expires - time.GetUtcNow() > LinkStatus.ExpiryWarning || time.GetElapsedTime(_warnedAt) < WarningInterval)
            return;
        _warnedAt = time.GetTimestamp();
        LogExpiring(broker.Identity.CertificateFile!, expires, (expires - time.GetUtcNow()).TotalDays);
    }

    /// <summary>The same refusal again and again is one entry.</summary>
    private void Audit(string refusal)
    {
        if (audit is null || refusal == _audited)
            return;
        try
        {
            audit.Append(new AuditEntry("service", "broker.connect", setup.ClientId, $"refused: {refusal}"));
            _audited = refusal;
        }
        catch (StoreException exception)
        {
            LogNotAudited(exception.Message);
        }
    }

    // Not being allowed to say that it is there does not keep a box from sending.
    private async Task AnnounceAsync(BrokerConnection connection, CancellationToken cancellationToken)
    {
        if (setup.Presence is not { Birth: var birth })
            return;
        var answer = await connection.PublishAsync(birth, cancellationToken);
        if (PublishAnswers.Of(answer) == PublishAnswer.Accepted)
            return;
        var refusal = BrokerWords.Refusal(broker, birth.Topic, answer);
        ReportRefusal(refusal);
    }

    private void ReportRefusal(string refusal)
    {
        LogRefused(refusal);
        report(status => status with { LastError = refusal });
        Audit(refusal);
    }

    private async Task TakeLeaveAsync(BrokerConnection connection)
    {
        if (setup.Presence is { Farewell: var farewell })
            await connection.PublishAsync(farewell, CancellationToken.None);
        await connection.CloseAsync();
        report(status => status with { ConnectedSince = null });
    }

    private async Task PauseAsync(string error, CancellationToken stopping)
    {
        var delay = _backoff.Next();
        var pause = Task.Delay(delay, time, stopping);
        LogDisconnected(error, delay.TotalSeconds);
        report(status => status with { ConnectedSince = null, LastError = error, RetryAt = time.GetUtcNow() + delay });
        await pause;
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Information, Message = "Connected to {Broker}.")]
    private partial void LogConnected(string broker);

    [LoggerMessage(EventId = 3104, Level = LogLevel.Warning, Message = "The certificate {File} expires on {ExpiresAt:yyyy-MM-dd}, in {Days:0} days: have it renewed. It is taken up without a restart.")]
    private partial void LogExpiring(string file, DateTimeOffset expiresAt, double days);

    [LoggerMessage(EventId = 3105, Level = LogLevel.Error, Message = "An entry could not be written to the audit log: {Reason}")]
    private partial void LogNotAudited(string reason);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Warning, Message = "{Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "{Reason} The next attempt is made in {DelaySeconds:0.0} s.")]
    private partial void LogDisconnected(string reason, double delaySeconds);
}
