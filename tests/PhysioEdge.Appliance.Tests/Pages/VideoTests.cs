using System.Net;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages;

[Collection(Screens.Name)]
public class VideoTests(Screens screens)
{
    // Whether the pixel in the middle of the upper edge, where no figure is, has been painted.
    private const string PictureIsSeen =
        "(() => { const c = document.querySelector('#figure'); return c.getContext('2d').getImageData(c.width / 2, c.height * 0.05, 1, 1).data[3] === 255; })()";

    [Fact]
    public async Task A_screen_that_is_not_said_to_be_in_the_room_gets_the_figure_only()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live().WithVideoOn("10.0.0.7");
        using var service = await RunningService.StartAsync(box);

        using var answer = await service.GetAsync("/api/video");
        var tab = await screens.OpenAsync(box);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("add 127.0.0.1 to page.video_screens in box.json", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True((await tab.EvaluateAsync("document.querySelector('#video').hidden")).GetBoolean());
    }

    [Fact]
    public async Task In_the_room_the_picture_is_shown_when_asked_for_marked_and_gone_after_a_reload()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live().WithVideoOn("127.0.0.1");
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);
        Assert.False((await tab.EvaluateAsync(PictureIsSeen)).GetBoolean());

        await tab.TapAsync("#video");
        await tab.UntilAsync(PictureIsSeen);
        Assert.Contains("Video is on", await tab.TextAsync(".stage"), StringComparison.Ordinal);

        await tab.ReloadAsync();
        await tab.UntilAsync("document.querySelectorAll('.card').length >= 5 && document.querySelector('#video-mark').hidden");
        Assert.False((await tab.EvaluateAsync(PictureIsSeen)).GetBoolean());
    }

    [Fact]
    public async Task A_picture_is_scaled_down_and_never_to_be_stored()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live().WithVideoOn("127.0.0.1");
        using var service = await RunningService.StartAsync(box);

        using var answer = await service.GetAsync("/api/video?camera=cam-1");
        var picture = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("image/bmp", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((240, -320), (BitConverter.ToInt32(picture, 18), BitConverter.ToInt32(picture, 22)));
    }

    [Fact]
    public async Task A_camera_that_gives_none_answers_without_one()
    {
        using var box = new BoxFolder("there-is-none.mp4").WithVideoOn("127.0.0.1");
        using var service = await RunningService.StartAsync(box);

        using var none = await service.GetAsync("/api/video");
        using var unknown = await service.GetAsync("/api/video?camera=cam-9");

        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
