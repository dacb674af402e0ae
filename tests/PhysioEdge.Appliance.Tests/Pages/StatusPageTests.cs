using System.Net;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages;

public class StatusPageTests
{
    [Fact]
    public async Task The_page_and_all_it_needs_come_from_the_box()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);

        using var page = await service.GetAsync("/");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ["default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
            page.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        foreach (var file in (string[])["page.css", "icon.svg", "js/theme.js", "js/page.js"])
        {
            Assert.Contains(file, html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await service.GetAsync($"/{file}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync("/box.json")).StatusCode);
    }

    [Fact]
    public async Task The_status_says_what_the_box_sees_counts_and_sends()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        await service.LogAsync("the recording is over");

        var status = await service.StatusAsync(s => s.GetProperty("publisher").GetProperty("receipted").GetInt32() == 3);

        var camera = status.GetProperty("cameras")[0];
        Assert.Equal(("cam-1", "ended"), (camera.GetProperty("id").GetString(), camera.GetProperty("state").GetString()));
        Assert.Equal(camera.GetProperty("captured").GetInt64() * 480 * 640 * 3, camera.GetProperty("captured_bytes").GetInt64());
        Assert.Equal((PhantomVideo.Camera().FrameCount, 0), (camera.GetProperty("captured").GetInt64(), camera.GetProperty("dropped").GetInt64()));
        Assert.StartsWith("squat: ", camera.GetProperty("last_repetition").GetString(), StringComparison.Ordinal);
        var progress = camera.GetProperty("progress")[0];
        Assert.Equal(("squat", 1, 1, 5), (progress.GetProperty("exercise").GetString(), progress.GetProperty("set").GetInt32(), progress.GetProperty("sets").GetInt32(), progress.GetProperty("repetitions_per_set").GetInt32()));
        Assert.Equal(0, status.GetProperty("store").GetProperty("pending").GetInt32());
        Assert.Equal(["end", "new", "new"], status.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("phase").GetString()).Order());
        Assert.DoesNotContain("pt-7f3a", status.GetRawText(), StringComparison.Ordinal);
    }
}
