using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.TestKit;

namespace PhysioEdge.Storage.Tests.Outbox;

public sealed class KilledTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(333)]
    public async Task A_service_that_is_killed_while_it_appends_has_kept_every_event_it_was_told_is_stored(int appendsBeforeTheKill)
    {
        using var folder = new TempFolder();
        var acknowledged = new List<long>();

        using (var service = AppendUntilKilled.Start(folder.Path))
        {
            while (await service.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                acknowledged.Add(long.Parse(line, CultureInfo.InvariantCulture));
                if (acknowledged.Count == appendsBeforeTheKill)
                    service.Kill();
            }

            await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(acknowledged.Count >= appendsBeforeTheKill, $"Only {acknowledged.Count} events were stored.");
        using var store = EdgeStore.Open(folder.Path, new FakeTimeProvider());
        var rows = store.ReadPending(0, long.MaxValue, int.MaxValue, connection: 1, TimeSpan.FromMinutes(10));
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => (long)number), rows.Select(row => row.Seq));
        Assert.InRange(rows.Count, acknowledged.Count, acknowledged.Count + 1);
        Assert.All(rows, row => Assert.True(EventReader.TryRead("pe/v1/clinic-01/edge-0001/event/rom.deficit", row.Payload, out _, out _)));
    }
}
