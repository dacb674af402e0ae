using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Outbox;

public sealed class OutboxPublisherTests
{
    [Fact]
    public async Task A_fault_in_the_publisher_ends_the_service_rather_than_leaving_it_silent()
    {
        await using var box = await Box.StartConnectedAsync(new() { Port = FreePort.Take() });
        var stopping = new TaskCompletionSource();
        box.Lifetime.ApplicationStopping.Register(stopping.SetResult);

        // Nothing that can happen to a store that is open: a fault of this program.
        var append = () => box.Store.Append(TestEvents.RomDeficit("a"));
        box.Store.Appended += box.Store.Dispose;
        append();

        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Contains(box.Log.Lines, line => line.Contains("BackgroundService failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_noted_is_told_and_its_row_stays_until_the_next_one()
    {
        await using var box = await Box.StartConnectedAsync(new() { Port = FreePort.Take() });
        box.Execute("CREATE TRIGGER broken BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'no room'); END");

        box.Store.Append(TestEvents.RomDeficit("a"));
        var failed = await box.Status.WhenAsync(status => status.LastError is not null);
        Assert.Contains("no room", failed.LastError, StringComparison.Ordinal);
        Assert.Equal(1, box.Store.ReadStatus().Pending);

        box.Execute("DROP TRIGGER broken");
        box.Time.Advance(TimeSpan.FromMinutes(10));
        await box.Status.WhenAsync(status => status is { Receipted: 1, Resent: 1 });
        Assert.Equal(0, box.Store.ReadStatus().Pending);
        Assert.Equal(1, box.ReceiverStatus.Value.Duplicates);
    }

    [Fact]
    public async Task Nothing_about_a_patient_is_logged()
    {
        await using var box = await Box.StartConnectedAsync(new() { Port = FreePort.Take() });

        box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.Receipted == 1);
        await box.StopAsync();

        Assert.NotEmpty(box.Log.Lines);
        Assert.DoesNotContain(box.Log.Lines, line => line.Contains("pt-", StringComparison.Ordinal) || line.Contains("flexion", StringComparison.Ordinal));
    }
}
