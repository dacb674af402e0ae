using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Tests.Sqlite;
using PhysioEdge.TestKit;

namespace PhysioEdge.Storage.Tests.Audit;

public sealed class AuditLogTests : IDisposable
{
    private static readonly AuditEntry Connect = new("service", "broker.connect", "edge-0001", AuditEntry.Done);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    private string DatabaseFile => _folder.File(AuditLog.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Entries_are_numbered_and_chained_over_a_restart()
    {
        using (var log = AuditLog.Open(_folder.Path, _time))
            log.Append(Connect);

        using var again = AuditLog.Open(_folder.Path, _time);
        var second = again.Append(Connect with { Outcome = "refused: unknown authority" });

        Assert.Equal(2, second.Seq);
        Assert.Equal(["refused: unknown authority", "done"], again.ReadNewest(10).Select(record => record.Entry.Outcome));
        Assert.Null(again.FindBreak());
    }

    [Theory]
    [InlineData("UPDATE audit SET outcome = 'done'")]
    [InlineData("DELETE FROM audit WHERE seq = 2")]
    public void Not_even_the_database_lets_an_entry_be_changed_or_taken_out(string statement)
    {
        using var log = Filled();

        Assert.Contains("written once", Assert.Throws<SqliteException>(() => Raw.ExecuteIn(DatabaseFile, statement)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE audit SET outcome = 'done' WHERE seq = 2", 2)]
    [InlineData("UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 3", 3)]
    [InlineData("DELETE FROM audit WHERE seq = 2", 3)]
    [InlineData("UPDATE audit SET actor = 'serviceb', action = 'roker.connect' WHERE seq = 1", 1)]
    public void One_who_gets_round_that_is_found_out(string statement, long where)
    {
        using var log = Filled();

        Raw.ExecuteIn(DatabaseFile, $"DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; {statement}");

        Assert.Equal(where, log.FindBreak());
    }

    private AuditLog Filled()
    {
        var log = AuditLog.Open(_folder.Path, _time);
        foreach (var outcome in (string[])["done", "refused: unknown authority", "done"])
            log.Append(Connect with { Outcome = outcome });
        return log;
    }
}
