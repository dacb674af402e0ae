using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Appliance.Tests.Hosting;

/// <summary>What the service says of itself, to a supervisor, to a monitor and to the cloud.</summary>
public class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_that_works_says_so_to_whoever_asks()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using var service = await RunningService.StartAsync(box);
        await service.StatusAsync(s => s.GetProperty("cameras")[0].GetProperty("captured").GetInt64() > 0 && s.GetProperty("publisher").GetProperty("link").GetProperty("connections").GetInt32() > 0);

        Assert.Equal((HttpStatusCode.OK, """{"live":true}"""), await AskAsync(service, "/health/live"));
        Assert.Equal((HttpStatusCode.OK, """{"ready":true,"state":"good","problems":[]}"""), await AskAsync(service, "/health/ready"));
        var (_, metrics) = await AskAsync(service, "/metrics");
        Assert.Matches("""physioedge_pictures_captured_total\{[^}]*\} [1-9]""", metrics);
        Assert.Contains("physioedge_health", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("pt-", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_without_pictures_is_alive_but_not_ready_and_says_why_on_its_topics()
    {
        using var broker = await Mosquitto.StartAsync(Token);
        using var box = new BoxFolder("there-is-none.mp4").SendTo(broker.Port);
        using var service = await RunningService.StartAsync(box);
        await service.StatusAsync(s => s.GetProperty("cameras")[0].GetProperty("state").GetString() == "failed");

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(service, "/health/live")).Status);
        var (status, said) = await AskAsync(service, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("""{"component":"camera/cam-1","level":"failing","text":""", said, StringComparison.Ordinal);
        Assert.Contains("there-is-none.mp4", said, StringComparison.Ordinal);

        using var health = await MosquittoSubscriber.StartAsync(broker.Port, $"{BoxFolder.Root}/health", Token);
        using var camera = await MosquittoSubscriber.StartAsync(broker.Port, $"{BoxFolder.Root}/source/cam-1/status", Token);
        Assert.Equal("failing", await UntilAsync(health, "failing"));
        Assert.Equal("failed", await UntilAsync(camera, "failed"));
    }

    [Fact]
    public async Task Systemd_is_told_that_it_is_ready_and_that_it_is_alive_while_pictures_are_worked_on()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        var path = Path.Combine(box.Path, "notify");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        using var service = await RunningService.StartAsync(box, $"NOTIFY_SOCKET={path}", "WATCHDOG_USEC=200000");

        var said = new List<string>();
        while (said.Count(text => text == "WATCHDOG=1") < 3 || !said.Contains("READY=1"))
            said.Add(await ReceiveAsync(systemd));
        Assert.Equal(0, await service.StopAsync());
        while (said[^1] != "STOPPING=1")
            said.Add(await ReceiveAsync(systemd));
    }

    [Fact]
    public async Task A_therapist_gets_what_is_behind_an_event_in_small_messages()
    {
        using var broker = await Mosquitto.StartAsync(Token);
        using var events = await MosquittoSubscriber.StartAsync(broker.Port, $"{BoxFolder.Root}/event/rom.deficit", Token);
        using var answers = await MosquittoSubscriber.StartAsync(broker.Port, $"{BoxFolder.Root}/answer/+", Token);
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).SendTo(broker.Port);
        using var service = await RunningService.StartAsync(box);
        var id = JsonElement.Parse((await events.NextAsync(Token)).Payload).GetProperty("id").GetString()!;
        await service.LogAsync("the recording is over");
        await service.StatusAsync(s => s.GetProperty("measurements").GetProperty("waiting").GetInt32() == 0);

        await MosquittoPublisher.AskAsync(broker.Port, $"{BoxFolder.Root}/cmd/evidence", $$"""{"event":"{{id}}"}""", $"{BoxFolder.Root}/answer/therapist", "q-1", Token);

        var parts = new List<JsonElement>();
        while (parts.Count == 0 || parts.Count < parts[0].GetProperty("parts").GetInt32())
        {
            var answer = await answers.NextAsync(Token);
            Assert.InRange(Encoding.UTF8.GetByteCount(answer.Payload), 1, 8192);
            Assert.Equal("q-1", answer.Correlation);
            Assert.DoesNotContain("pt-7f3a", answer.Payload, StringComparison.Ordinal);
            parts.Add(JsonElement.Parse(answer.Payload));
        }

        Assert.Equal(Enumerable.Range(1, parts.Count), parts.Select(part => part.GetProperty("part").GetInt32()));
        var data = parts.ConvertAll(part => part.GetProperty("data"));
        Assert.Equal("knee-flexion-rom", data[0].GetProperty("finding").GetProperty("measure").GetProperty("code").GetString());
        var repetitions = data.Where(part => part.TryGetProperty("repetitions", out _)).SelectMany(part => part.GetProperty("repetitions").EnumerateArray()).ToList();
        Assert.Equal([1, 2, 3, 4], repetitions.Select(row => row.GetProperty("number").GetInt32()));
        var poses = data.Where(part => part.TryGetProperty("poses", out _)).Select(part => part.GetProperty("poses")).ToList();
        var at = poses.SelectMany(part => part.GetProperty("at_ms").EnumerateArray()).Select(ms => ms.GetInt32()).ToList();
        Assert.Equal(0, at[^1]);
        Assert.InRange(at[0], -10_500, -5_000);
        Assert.Equal(at.Order(), at);
        Assert.All(poses.SelectMany(part => part.GetProperty("points_mm").EnumerateArray()), moment => Assert.Contains(moment.GetArrayLength(), (int[])[0, 99]));
        var knee = poses[^1].GetProperty("points_mm")[0];
        Assert.InRange(knee[(26 * 3) + 1].GetInt32(), 150, 600);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(RunningService service, string path)
    {
        using var answer = await service.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }

    private static async Task<string?> UntilAsync(MosquittoSubscriber subscriber, string state)
    {
        var said = "";
        while (said != state)
            said = JsonElement.Parse((await subscriber.NextAsync(Token)).Payload).GetProperty("state").GetString();
        return said;
    }

    private static async Task<string> ReceiveAsync(Socket socket)
    {
        var buffer = new byte[256];
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, Token));
    }
}
