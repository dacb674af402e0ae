using Microsoft.Extensions.Logging;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;

namespace PhysioEdge.Publishing.Commands;

/// <summary>Notes commands in the audit log: each that was done; of those refused for the same reason one a minute, so that a flood does not fill the disk.</summary>
internal sealed partial class CommandAudit(AuditLog? audit, TimeProvider time, ILogger logger)
{
    private const int MostReasons = 100;

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Command, string Why), (long Since, long More)> _refused = [];

    public void Done(string command, string subject) => Append(command, subject, AuditEntry.Done);

    public void Refused(string command, string subject, string why)
    {
        if (_refused.TryGetValue((command, why), out var before) && time.GetElapsedTime(before.Since) < Quiet)
        {
            _refused[(command, why)] = before with { More = before.More + 1 };
            return;
        }

        if (_refused.Count >= MostReasons)
            _refused.Clear();
        _refused[(command, why)] = (time.GetTimestamp(), 0);
        Append(command, subject, before.More > 0 ? $"refused: {why} ({before.More} more of these in between)" : $"refused: {why}");
    }

    private void Append(string command, string subject, string outcome)
    {
        try
        {
            audit?.Append(new AuditEntry("cloud", $"command.{command}", subject, outcome));
        }
        catch (StoreException exception)
        {
            LogNotAudited(exception.Message);
        }
    }

    [LoggerMessage(EventId = 3222, Level = LogLevel.Error, Message = "An entry could not be written to the audit log: {Reason}")]
    private partial void LogNotAudited(string reason);
}
