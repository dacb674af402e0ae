using System.Net;
using System.Net.ServerSentEvents;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages;

public class LiveEndpointsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_screen_is_told_everything_at_once_and_then_what_changes_until_the_box_stops()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using var service = await RunningService.StartAsync(box);
        using var http = new HttpClient();
        await using var stream = await http.GetStreamAsync(new Uri($"http://127.0.0.1:{box.PagePort}/api/live"), Token);

        var heard = new Dictionary<string, int>();
        await foreach (var news in SseParser.Create(stream).EnumerateAsync(Token))
        {
            Assert.DoesNotContain("pt-7f3a", news.Data, StringComparison.Ordinal);
            heard[news.EventType] = heard.GetValueOrDefault(news.EventType) + 1;
            if (news.EventType == "figure")
                Assert.InRange(news.Data.Length, 10, 400);
            if (heard.GetValueOrDefault("figure") == 20)
                Assert.Equal(0, await service.StopAsync());
        }

        Assert.Equal(1, heard["hello"]);
        Assert.Superset(new HashSet<string> { "exercise", "cue", "flags", "box" }, heard.Keys.ToHashSet());
    }

    [Fact]
    public async Task A_camera_that_is_not_there_is_named_with_those_that_are()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);

        using var answer = await service.GetAsync("/api/live?camera=cam-9");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("There is no camera 'cam-9'; there are: cam-1.", await answer.Content.ReadAsStringAsync(Token));
    }
}
