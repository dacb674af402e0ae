using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Appliance.Hosting;

/// <summary>Notes the service's coming and going in the audit log, and looks whether that is as it was written.</summary>
internal sealed class ServiceAudit(AuditLog audit, EdgeStore store, MeasurementStore measurements, ILogger<ServiceAudit> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Append("service.start", () => audit.FindBreak() is { } place ? $"the audit log was changed before entry {place}" : AuditEntry.Done);
        foreach (var damaged in ((string?[])[store.SetAside, measurements.SetAside]).OfType<string>())
        {
            HostLog.DatabaseDamaged(logger, damaged);
            Append("store.set-aside", () => AuditEntry.Done);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Append("service.stop", () => AuditEntry.Done);
        return Task.CompletedTask;
    }

    /// <summary>A full disk keeps nobody from being treated.</summary>
    private void Append(string action, Func<string> outcome)
    {
        try
        {
            var said = outcome();
            if (said != AuditEntry.Done)
                HostLog.AuditBroken(logger, said);
            audit.Append(new AuditEntry("service", action, "box", said));
        }
        catch (StoreException exception)
        {
            HostLog.NotAudited(logger, exception.Message);
        }
    }
}
