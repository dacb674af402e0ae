using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Broker;

/// <summary>A real broker that is away, dies, hangs or refuses.</summary>
public sealed class MosquittoFaultTests
{
    private static readonly Topics Topics = new(TestEvents.Site, TestEvents.Edge);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broker_that_is_away_at_the_start_is_told_and_found_when_it_comes()
    {
        using var broker = Mosquitto.Prepare();
        await using var box = await Box.StartAsync(Box.Outside(broker.Port));
        box.Store.Append(TestEvents.RomDeficit("a"));

        var away = await box.Status.WhenAsync(status => status.Link.RetryAt is not null);
        Assert.Equal($"The broker at 127.0.0.1:{broker.Port} cannot be reached: Connection refused. Is it running, and are broker.host and broker.port right?", away.Link.LastError);
        Assert.Equal(1, box.Store.ReadStatus().Pending);

        await broker.StartAsync(Cancellation);
        await using var receiver = await Receiver.StartAsync(broker.Port);
        await box.ReconnectAsync();

        await box.Status.WhenAsync(status => status.Receipted == 1);
        Assert.Equal(1, receiver.Store.CountEvents());
    }

    [Fact]
    public async Task A_broker_killed_in_mid_run_again_and_again_loses_nothing_and_every_event_is_stored_once()
    {
        const int Rounds = 3;
        const int EventsPerRound = 40;
        using var broker = await Mosquitto.StartAsync(Cancellation);
        await using var receiver = await Receiver.StartAsync(broker.Port);
        await using var box = await Box.StartConnectedAsync(Box.Outside(broker.Port));

        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var number in Enumerable.Range(1, EventsPerRound))
            {
                box.Store.Append(TestEvents.RomDeficit($"e{round}-{number}"));
                if (number == EventsPerRound / 2)
                    broker.Kill();
            }

            await broker.StartAsync(Cancellation);
            await receiver.ReconnectAsync();
            await box.ReconnectAsync();
            var expected = round * EventsPerRound;
            await box.Status.WhenAsync(status => status.Receipted == expected);
        }

        Assert.Equal(0, box.Store.ReadStatus().Pending);
        Assert.Equal(
            Enumerable.Range(1, Rounds * EventsPerRound).Select(number => (long)number),
            receiver.Read<long>("SELECT seq FROM event ORDER BY seq"));
        Assert.Equal(Rounds * EventsPerRound, receiver.Status.Value.Stored);
    }

    [Fact]
    public async Task A_broker_that_hangs_is_dropped_after_five_seconds_and_what_it_did_not_answer_is_sent_again()
    {
        using var broker = await Mosquitto.StartAsync(Cancellation);
        await using var receiver = await Receiver.StartAsync(broker.Port);
        await using var box = await Box.StartConnectedAsync(Box.Outside(broker.Port));

        broker.Freeze();
        var stored = box.Store.Append(TestEvents.RomDeficit("a"));
        await box.Status.WhenAsync(status => status.Sent == 1);
        box.Time.Advance(TimeSpan.FromSeconds(5));

        var lost = await box.Status.WhenAsync(status => status.Link.ConnectedSince is null);
        Assert.Equal($"The broker at 127.0.0.1:{broker.Port} did not answer a message within 5 s.", lost.Link.LastError);
        broker.Thaw();
        await box.ReconnectAsync();
        await box.Status.WhenAsync(status => status.Receipted == 1);
        Assert.Equal([EventPayload.Write(stored)], receiver.Read<byte[]>("SELECT payload FROM event"));
    }

    [Fact]
    public async Task A_broker_that_hangs_while_the_box_connects_is_given_up_after_ten_seconds()
    {
        using var broker = await Mosquitto.StartAsync(Cancellation);
        broker.Freeze();
        await using var box = await Box.StartAsync(Box.Outside(broker.Port));

        await box.Status.WhenAsync(status => status.Link.Attempts == 1);
        box.Time.Advance(TimeSpan.FromSeconds(10));

        var given = await box.Status.WhenAsync(status => status.Link.RetryAt is not null);
        Assert.Equal($"The broker at 127.0.0.1:{broker.Port} did not answer the connect within 10 s.", given.Link.LastError);
        broker.Thaw();
        await box.ReconnectAsync();
    }

    [Fact]
    public async Task An_event_that_the_broker_refuses_is_told_kept_and_does_not_hold_up_the_others()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder.File("acl"),
            $"""
            topic readwrite {Topics.Status}
            topic readwrite {Topics.Receipt}
            topic readwrite {Topics.Event(EventKinds.SetUnfinished)}

            """,
            Cancellation);
        using var broker = await Mosquitto.StartAsync(Cancellation, $"allow_anonymous true\nacl_file {folder.File("acl")}");
        await using var box = await Box.StartConnectedAsync(Box.Outside(broker.Port));

        box.Store.Append(TestEvents.RomDeficit("a"));
        box.Store.Append(TestEvents.RomDeficit("b") with { Type = EventKinds.TypeOf(EventKinds.SetUnfinished) });

        var done = await box.Status.WhenAsync(status => status is { Refused: 1, AcknowledgedByBroker: 1 });
        Assert.Equal($"The broker at 127.0.0.1:{broker.Port} does not let this client publish to {Topics.Event("rom.deficit")} (not authorised): check its access list.", done.LastError);
        Assert.Equal(1, done.Parked);
        Assert.NotNull(done.Link.ConnectedSince);
        Assert.Equal(2, box.Store.ReadStatus().Pending);

        box.Time.Advance(TimeSpan.FromMinutes(10));
        var again = await box.Status.WhenAsync(status => status.Refused == 2);
        Assert.Equal(1, again.Parked);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_the_right_one_is_taken_from_its_file_at_the_next_attempt()
    {
        using var folder = new TempFolder();
        await MakePasswordFileAsync(folder.File("passwords"), "secret");
        using var broker = await Mosquitto.StartAsync(Cancellation, $"allow_anonymous false\npassword_file {folder.File("passwords")}");
        folder.WriteSecret("password", "wrong\n");
        await using var box = await Box.StartAsync(Box.Outside(broker.Port) with { UserName = "edge-0001", PasswordFile = folder.File("password") });

        var refused = await box.Status.WhenAsync(status => status.Link.RetryAt is not null);
        Assert.Equal($"The broker at 127.0.0.1:{broker.Port} refuses this client (NotAuthorized): check broker.user_name and broker.password_file.", refused.Link.LastError);

        folder.WriteSecret("password", "secret\n");
        await box.ReconnectAsync();
        Assert.DoesNotContain(box.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("wrong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_file_that_is_missing_is_named()
    {
        await using var box = await Box.StartAsync(Box.Outside(FreePort.Take()) with { UserName = "edge-0001", PasswordFile = "/nowhere/password" });

        var refused = await box.Status.WhenAsync(status => status.Link.RetryAt is not null);

        Assert.StartsWith("/nowhere/password (broker.password_file) cannot be read:", refused.Link.LastError, StringComparison.Ordinal);
    }

    private static async Task MakePasswordFileAsync(string file, string password)
    {
        using var process = System.Diagnostics.Process.Start("mosquitto_passwd", ["-c", "-b", file, "edge-0001", password]);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }
}
