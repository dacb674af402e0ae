using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Publishing.Commands;
using PhysioEdge.Storage.Audit;
using PhysioEdge.TestKit;

namespace PhysioEdge.Publishing.Tests.Commands;

public sealed class CommandAuditTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly AuditLog _log;
    private readonly CommandAudit _audit;

    public CommandAuditTests()
    {
        _log = AuditLog.Open(_folder.Path, _time);
        _audit = new CommandAudit(_log, _time, NullLogger.Instance);
    }

    [Fact]
    public void Refusals_for_one_reason_are_one_entry_a_minute_with_how_many_there_were()
    {
        for (var i = 0; i < 20; i++)
            _audit.Refused("evidence", "-", "too late");
        _audit.Refused("evidence", "-", "too long");
        _time.Advance(TimeSpan.FromMinutes(1));
        _audit.Refused("evidence", "-", "too late");

        Assert.Equal(
            ["refused: too late (19 more of these in between)", "refused: too long", "refused: too late"],
            _log.ReadNewest(10).Select(record => record.Entry.Outcome));
    }

    [Fact]
    public void What_was_done_is_always_an_entry()
    {
        _audit.Done("evidence", "01J9");
        _audit.Done("evidence", "01J9");

        Assert.All(_log.ReadNewest(10), record => Assert.Equal(new AuditEntry("cloud", "command.evidence", "01J9", "done"), record.Entry));
        Assert.Equal(2, _log.ReadNewest(10).Count);
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }
}
