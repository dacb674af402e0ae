using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Reviews;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Publishing.Commands;
using PhysioEdge.Publishing.Health;
using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Broker;

/// <summary>What comes from the cloud besides receipts, and what the box says of itself.</summary>
public abstract partial class BrokerContract
{
    [Fact]
    public async Task A_therapists_verdict_is_kept_once_and_the_latest_counts()
    {
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port));
        box.Store.Append(TestEvents.RomDeficit("a"));

        await ReviewAsync("r-2", "a", Verdict.Dismissed, minute: 2);
        await ReviewAsync("r-1", "a", Verdict.Confirmed, minute: 1);
        await ReviewAsync("r-2", "a", Verdict.Dismissed, minute: 2);
        await ReviewAsync("r-3", "unknown", Verdict.Confirmed, minute: 3);
        await MosquittoPublisher.PublishAsync(Port, Topics.Review, "Erika Mustermann", Cancellation);

        var done = await box.Status.WhenAsync(status => status.MalformedReviews == 1);
        Assert.Equal((2, 2), (done.Reviews, done.UnneededReviews));
        Assert.Equal(("r-2", Verdict.Dismissed), (box.Store.ReadReview("a")?.Id, box.Store.ReadReview("a")?.Verdict));
        Assert.DoesNotContain(box.Log.Lines, line => line.Contains("Erika", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_verdict_that_cannot_be_kept_yet_is_not_acknowledged_and_comes_again_over_the_next_connection()
    {
        using var network = new TcpProxy(Port);
        await using var box = await Box.StartConnectedAsync(Box.Outside(network.Port));
        box.Store.Append(TestEvents.RomDeficit("a"));
        box.Execute("CREATE TRIGGER broken BEFORE INSERT ON review BEGIN SELECT RAISE(ABORT, 'no room'); END");
        await ReviewAsync("r-1", "a", Verdict.Confirmed, minute: 1);
        await box.Status.WhenAsync(status => status.LastError?.Contains("no room", StringComparison.Ordinal) == true);

        network.Cut();
        await box.Status.WhenAsync(status => status.Link.RetryAt is not null);
        box.Execute("DROP TRIGGER broken");
        await box.ReconnectAsync();

        await box.Status.WhenAsync(status => status.Reviews == 1);
        Assert.Equal(Verdict.Confirmed, box.Store.ReadReview("a")?.Verdict);
    }

    [Fact]
    public async Task A_command_is_done_answered_in_parts_where_it_was_asked_to_and_audited()
    {
        using var client = await MosquittoSubscriber.StartAsync(Port, Topics.Answer("+"), Cancellation);
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port), With(new EchoCommand()));

        await MosquittoPublisher.AskAsync(Port, Topics.Command("echo"), "to and fro", Topics.Answer("me"), "c-1", Cancellation);

        var answers = await client.NextAsync(3, Cancellation);
        Assert.Equal(
            [
                """{"command":"echo","outcome":"done","part":1,"parts":3,"data":"to"}""",
                """{"command":"echo","outcome":"done","part":2,"parts":3,"data":"and"}""",
                """{"command":"echo","outcome":"done","part":3,"parts":3,"data":"fro"}""",
            ],
            answers.Select(answer => answer.Payload));
        Assert.All(answers, answer => Assert.Equal((Topics.Answer("me"), "c-1", false), (answer.Topic, answer.Correlation, answer.Retained)));
        Assert.Equal(("cloud", "command.echo", "box", "done"), Audited(box));
    }

    [Theory]
    [InlineData("unknown", "to", 30, "this box knows the commands echo only")]
    [InlineData("echo", "", 30, "there is nothing to say")]
    [InlineData("echo", "to", null, "a command needs a message expiry")]
    [InlineData("echo", "to", 3600, "a command must expire within 120 s")]
    public async Task A_command_that_is_not_done_is_answered_with_the_reason(string name, string payload, int? expirySeconds, string reason)
    {
        using var client = await MosquittoSubscriber.StartAsync(Port, Topics.Answer("+"), Cancellation);
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port), With(new EchoCommand()));

        await MosquittoPublisher.AskAsync(Port, Topics.Command(name), payload, Topics.Answer("me"), "c-1", Cancellation, expirySeconds);

        var answer = JsonDocument.Parse((await client.NextAsync(Cancellation)).Payload).RootElement;
        Assert.Equal(("refused", reason), (answer.GetProperty("outcome").GetString(), answer.GetProperty("reason").GetString()));
        Assert.Equal($"refused: {reason}", Audited(box).Outcome);
        Assert.Equal(1, box.Status.Value.RefusedCommands);
    }

    [Theory]
    [InlineData("pe/v1/clinic-01/edge-0002/answer/me")]
    [InlineData("pe/v1/clinic-01/edge-0001/event/rom.deficit")]
    [InlineData("pe/v1/clinic-01/edge-0001/answer/a/b")]
    public async Task A_command_cannot_make_the_box_write_anywhere_but_on_its_own_answer_topics(string elsewhere)
    {
        using var client = await MosquittoSubscriber.StartAsync(Port, elsewhere, Cancellation);
        var echo = new EchoCommand();
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port), With(echo));

        await MosquittoPublisher.AskAsync(Port, Topics.Command("echo"), "to", elsewhere, "c-1", Cancellation);
        await box.Status.WhenAsync(status => status.RefusedCommands == 1);
        await MosquittoPublisher.PublishAsync(Port, elsewhere, "the next message", Cancellation);

        Assert.Equal("the next message", (await client.NextAsync(Cancellation)).Payload);
        Assert.Equal(0, echo.Executed);
    }

    [Fact]
    public async Task A_retained_command_is_not_done_at_every_connect()
    {
        var echo = new EchoCommand();
        await MosquittoPublisher.PublishAsync(
            Port, Topics.Command("echo"), "to", Cancellation, "-r", "-D", "publish", "message-expiry-interval", "60", "-D", "publish", "response-topic", Topics.Answer("me"), "-D", "publish", "correlation-data", "c-1");

        await using var box = await Box.StartConnectedAsync(Box.Outside(Port), With(echo));

        await box.Status.WhenAsync(status => status.RefusedCommands == 1);
        Assert.Equal(0, echo.Executed);
        Assert.Equal("refused: a command must not be retained", Audited(box).Outcome);
    }

    [Fact]
    public async Task A_flood_of_refused_commands_does_not_fill_the_audit_log()
    {
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port), With(new EchoCommand()));

        foreach (var _ in Enumerable.Range(0, 20))
            await MosquittoPublisher.AskAsync(Port, Topics.Command("unknown"), "to", Topics.Answer("me"), "c-1", Cancellation);

        await box.Status.WhenAsync(status => status.RefusedCommands == 20);
        Assert.Single(box.Audit.ReadNewest(100), record => record.Entry.Action == "command.unknown");
    }

    [Fact]
    public async Task The_box_says_how_it_is_each_minute_and_as_soon_as_that_changes_for_whoever_comes_later()
    {
        var report = new FakeBoxReport();
        using var client = await MosquittoSubscriber.StartAsync(Port, Topics.Health, Cancellation);
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port), services => services.AddSingleton<IBoxReport>(report));
        Assert.Equal("good", StateIn(await client.NextAsync(Cancellation)));

        report.Level = HealthLevel.Failing;
        box.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("failing", StateIn(await client.NextAsync(Cancellation)));
        using var later = await MosquittoSubscriber.StartAsync(Port, Topics.Health, Cancellation);

        var kept = await later.NextAsync(Cancellation);
        Assert.Equal(("failing", true), (StateIn(kept), kept.Retained));
        Assert.Contains("""
            "problems":[{"component":"store","level":"failing","text":"no room"}]
            """, kept.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cameras_state_is_said_on_its_own_topic_when_it_changes()
    {
        var report = new FakeBoxReport();
        using var client = await MosquittoSubscriber.StartAsync(Port, Topics.SourceStatus("room-1"), Cancellation);
        await using var box = await Box.StartConnectedAsync(Box.Outside(Port), services => services.AddSingleton<IBoxReport>(report));
        Assert.Equal("streaming", StateIn(await client.NextAsync(Cancellation)));

        report.CameraState = "stalled";
        box.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("stalled", StateIn(await client.NextAsync(Cancellation)));
    }

    private static Action<IServiceCollection> With(IBoxCommand command) => services => services.AddSingleton(command);

    private static (string Actor, string Action, string Subject, string Outcome) Audited(Box box)
    {
        var entry = box.Audit.ReadNewest(1)[0].Entry;
        return (entry.Actor, entry.Action, entry.Subject, entry.Outcome);
    }

    private Task ReviewAsync(string id, string eventId, Verdict verdict, int minute) => MosquittoPublisher.PublishAsync(
        Port,
        Topics.Review,
        JsonSerializer.Serialize(new Review(id, eventId, 1, verdict, new DateTimeOffset(2026, 11, 22, 14, minute, 0, TimeSpan.Zero)), ContractsJson.Wire),
        Cancellation);
}
