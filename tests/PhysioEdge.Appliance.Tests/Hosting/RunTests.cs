using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Appliance.Tests.Hosting;

/// <summary>The service from its camera to the broker, watched by a client that is not ours.</summary>
public class RunTests
{
    private const string RomDeficit = $"{BoxFolder.Root}/event/rom.deficit";
    private const string SetUnfinished = $"{BoxFolder.Root}/event/set.unfinished";
    private const string Status = $"{BoxFolder.Root}/status";
    private const string Receipt = $"{BoxFolder.Root}/receipt";

    /// <summary>What the box says of itself.</summary>
    private static readonly string[] OfItself = [$"{BoxFolder.Root}/health", $"{BoxFolder.Root}/source/+/status"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broker_elsewhere_gets_the_flagged_events_and_nothing_else_but_how_the_box_is()
    {
        using var broker = await Mosquitto.StartAsync(Token);
        using var subscriber = await MosquittoSubscriber.StartAsync(broker.Port, "#", Token, but: OfItself);
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).SendTo(broker.Port);
        using var service = await RunningService.StartAsync(box);

        var messages = await subscriber.NextAsync(4, Token);
        Assert.Equal(0, await service.StopAsync());
        var last = await subscriber.NextAsync(Token);

        Assert.Equal([Status, RomDeficit, SetUnfinished, RomDeficit, Status], messages.Append(last).Select(m => m.Topic));
        Assert.Equal("online", Parse(messages[0]).GetProperty("state").GetString());
        Assert.Equal("stopped", Parse(last).GetProperty("state").GetString());
        Assert.All(messages.Skip(1), m => Assert.Equal((1, false), (m.QualityOfService, m.Retained)));
    }

    [Fact]
    public async Task An_event_says_what_was_found_with_its_evidence_and_no_patient_in_the_topic()
    {
        using var broker = await Mosquitto.StartAsync(Token);
        using var subscriber = await MosquittoSubscriber.StartAsync(broker.Port, RomDeficit, Token);
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).SendTo(broker.Port);
        using var service = await RunningService.StartAsync(box);

        var message = await subscriber.NextAsync(Token);

        Assert.StartsWith("application/cloudevents+json", message.ContentType, StringComparison.Ordinal);
        var found = Parse(message);
        Assert.Equal("urn:pe:edge-0001", found.GetProperty("source").GetString());
        Assert.Equal("pe.rom.deficit.v1", found.GetProperty("type").GetString());
        Assert.Equal("pt-7f3a", found.GetProperty("subject").GetString());
        var data = found.GetProperty("data");
        Assert.Equal(("new", 1, "squat"), (data.GetProperty("phase").GetString(), data.GetProperty("rev").GetInt32(), data.GetProperty("exercise").GetString()));
        var measure = data.GetProperty("measure");
        Assert.Equal(("knee-flexion-rom", 80, 65, "deg"), (measure.GetProperty("code").GetString(), measure.GetProperty("target").GetDouble(), measure.GetProperty("limit").GetDouble(), measure.GetProperty("unit").GetString()));
        Assert.InRange(measure.GetProperty("value").GetDouble(), 35, 80);
        var evidence = data.GetProperty("evidence").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3, 4], evidence.Select(e => e[0].GetInt32()));
        Assert.All(evidence.Take(3), e => Assert.InRange(e[1].GetDouble(), 80, 120));
        Assert.Contains("in repetition 4 of squat", data.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pt-7f3a", message.Topic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_embedded_broker_has_a_receiver_that_takes_the_events_off_the_box()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        box.Box["cameras"]![0]!["speed"] = 1;
        using var service = await RunningService.StartAsync(box);
        using var subscriber = await MosquittoSubscriber.StartAsync(box.BrokerPort, "#", Token, but: OfItself);

        var seen = new List<string>();
        for (var receipted = 0; receipted < 3;)
        {
            var message = await subscriber.NextAsync(Token);
            seen.Add(message.Topic);
            receipted += message.Topic == Receipt ? Parse(message).GetProperty("stored").GetArrayLength() : 0;
        }

        Assert.Equal([Status, RomDeficit, SetUnfinished, RomDeficit], seen.Where(topic => topic != Receipt));
        var status = await service.StatusAsync(s => s.GetProperty("store").GetProperty("pending").GetInt32() == 0);
        Assert.Equal(3, status.GetProperty("receiver").GetProperty("stored").GetInt32());
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task The_log_can_be_read_by_machines_and_names_no_patient()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = ChildProcess.Start("dotnet-sdk-10.0", PhysioEdgeProgram.Path, "run", "--config", box.Write(), "--log", "json");

        var line = await service.ReadUntilAsync(["the recording is over"], Token);

        var entry = JsonElement.Parse(line);
        Assert.NotEqual(0, entry.GetProperty("EventId").GetInt32());
        Assert.EndsWith("Z", entry.GetProperty("Timestamp").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pt-7f3a", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stored_before_a_power_cut_is_sent_after_it()
    {
        using var broker = Mosquitto.Prepare();
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).SendTo(broker.Port);
        using (var service = await RunningService.StartAsync(box))
        {
            await service.LogAsync("set.unfinished");
            await service.KillAsync();
        }

        await broker.StartAsync(Token);
        using var subscriber = await MosquittoSubscriber.StartAsync(broker.Port, SetUnfinished, Token);
        box.Box["cameras"]![0]!["address"] = "there-is-none.mp4";
        using var again = await RunningService.StartAsync(box);

        Assert.Contains("4 of 5", Parse(await subscriber.NextAsync(Token)).GetProperty("data").GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_is_away_at_the_start_gets_everything_once_it_is_there()
    {
        using var broker = Mosquitto.Prepare();
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).SendTo(broker.Port);
        using var service = await RunningService.StartAsync(box);
        await service.LogAsync("the recording is over");

        var away = await service.StatusAsync(s => s.GetProperty("store").GetProperty("pending").GetInt32() == 3);
        Assert.Contains($"127.0.0.1:{broker.Port}", away.GetProperty("publisher").GetProperty("link").GetProperty("last_error").GetString(), StringComparison.Ordinal);
        await broker.StartAsync(Token);
        using var subscriber = await MosquittoSubscriber.StartAsync(broker.Port, $"{BoxFolder.Root}/event/#", Token);

        Assert.Equal([RomDeficit, SetUnfinished, RomDeficit], (await subscriber.NextAsync(3, Token)).Select(m => m.Topic));
    }

    private static JsonElement Parse(SeenMessage message) => JsonElement.Parse(message.Payload);
}
