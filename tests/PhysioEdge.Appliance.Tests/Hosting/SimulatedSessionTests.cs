using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Appliance.Tests.Hosting;

/// <summary>The default run, watched from outside by mosquitto_sub.</summary>
public class SimulatedSessionTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lite")]
    [InlineData("full")]
    public async Task The_session_sends_the_seven_events_that_the_readme_names_each_revision_once(string model)
    {
        using var broker = await Mosquitto.StartAsync(Token);
        using var subscriber = await MosquittoSubscriber.StartAsync(broker.Port, "#", Token);
        using var box = BoxFolder.Simulated(model, speed: 20).SendTo(broker.Port);
        using var service = await RunningService.StartAsync(box);

        await service.LogAsync("the recording is over", TimeSpan.FromMinutes(8));
        await service.StatusAsync(s => s.GetProperty("publisher").GetProperty("sent").GetInt32() == s.GetProperty("events").GetArrayLength());
        await service.StopAsync();
        var events = new List<JsonElement>();
        for (var stopped = false; !stopped;)
        {
            var message = await subscriber.NextAsync(Token);
            output.WriteLine($"{message.Topic} {message.Payload}");
            if (message.Topic.Contains("/event/", StringComparison.Ordinal))
                events.Add(JsonElement.Parse(message.Payload));
            stopped = message.Payload.Contains("stopped", StringComparison.Ordinal);
        }

        Assert.Equal(
            ["pe.rom.deficit.v1", "pe.tempo.fast.v1", "pe.heart-rate.limit.v1", "pe.set.unfinished.v1", "pe.form.compensation.v1", "pe.view.lost.v1", "pe.load.limit.v1"],
            events.Where(e => Data(e, "phase") == "new").Select(e => e.GetProperty("type").GetString()));
        Assert.Equal(7, events.DistinctBy(e => e.GetProperty("id").GetString()).Count());
        Assert.Distinct(events.Select(e => (e.GetProperty("id").GetString(), e.GetProperty("data").GetProperty("rev").GetInt32())));
        Assert.Equal(
            ["pe.form.compensation.v1", "pe.heart-rate.limit.v1", "pe.load.limit.v1", "pe.rom.deficit.v1", "pe.tempo.fast.v1", "pe.view.lost.v1"],
            events.Where(e => Data(e, "phase") == "end").Select(e => e.GetProperty("type").GetString()).Order());
        Assert.Equal(
            ["squat", "sit-to-stand", null, "knee-extension", "shoulder-abduction", "marching", "walking"],
            events.Where(e => Data(e, "phase") == "new").Select(e => Data(e, "exercise")));
    }

    private static string? Data(JsonElement flagged, string name) => flagged.GetProperty("data").TryGetProperty(name, out var value) ? value.GetString() : null;
}
