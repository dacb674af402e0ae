using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages;

[Collection(Screens.Name)]
public class TechnicianViewTests(Screens screens)
{
    [Fact]
    public async Task It_shows_what_came_in_and_what_went_out()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        await service.LogAsync("the recording is over");
        var status = await service.StatusAsync(s => s.GetProperty("publisher").GetProperty("receipted").GetInt32() == 3);
        var sent = status.GetProperty("publisher").GetProperty("sent_bytes").GetInt64();
        Assert.InRange(sent, 1000, 10_000);

        var tab = await screens.OpenAsync(box, "#technician");

        var pictures = PhantomVideo.Camera().FrameCount;

        // What a screen is told first may be a second old.
        await tab.UntilAsync("document.querySelector('#left').innerText.includes('broker: 3 messages')");
        Assert.Contains($"In: {pictures} pictures", await tab.TextAsync("#left"), StringComparison.Ordinal);
        Assert.Contains($"Out to the broker: 3 messages, {sent / 1000.0:F2} kB", await tab.TextAsync("#left"), StringComparison.Ordinal);
        Assert.Contains("never the picture", await tab.TextAsync("#left"), StringComparison.Ordinal);
        var cards = await tab.TextAsync("#cards");
        foreach (var word in (string[])["Camera cam-1", "480 × 640", "Dropped", "Pose model", "lite", "Store", "writable", "Measurements", "kept on the box", "Broker", "connected", "Stored by the receiver", "clinic-01", "edge-0001"])
            Assert.Contains(word, cards, StringComparison.Ordinal);
        await tab.UntilAsync("document.querySelector('#cards').innerText.includes('1, 0 updates missed')");
    }
}
