using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages;

[Collection(Screens.Name)]
public class PainViewTests(Screens screens)
{
    private const string IsOpen = "document.querySelector('#pain-dialog').open";

    [Fact]
    public async Task A_score_is_given_with_two_taps_thanked_for_and_shown()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);

        await tab.TapAsync("#pain");
        await tab.UntilAsync(IsOpen);
        Assert.Contains("no pain", await tab.TextAsync("[data-score='0']"), StringComparison.Ordinal);
        Assert.Contains("worst imaginable", await tab.TextAsync("[data-score='10']"), StringComparison.Ordinal);
        await tab.TapAsync("[data-score='4']");

        await tab.UntilAsync("document.querySelector('#pain-answer').textContent === 'Thank you: 4 of 10'");
        await tab.UntilAsync("document.querySelector('#pain-last').textContent === 'last: 4 of 10'");
        await tab.UntilAsync($"!{IsOpen}");
        await tab.EvaluateAsync("location.hash = 'therapist'");
        await tab.UntilAsync("document.querySelector('#walking').innerText.includes('4 of 10')");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task With_the_keyboard_it_is_opened_given_and_left()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);
        await tab.EvaluateAsync("document.querySelector('#pain').focus()");

        await tab.PressAsync("Enter");
        await tab.UntilAsync($"{IsOpen} && document.activeElement.dataset.score === '0'");
        await tab.PressAsync("Tab");
        await tab.PressAsync("Tab");
        await tab.PressAsync("Enter");
        await tab.UntilAsync("document.querySelector('#pain-answer').textContent === 'Thank you: 2 of 10'");
        await tab.UntilAsync($"!{IsOpen} && document.activeElement.id === 'pain'");

        await tab.PressAsync("Enter");
        await tab.UntilAsync(IsOpen);
        await tab.EvaluateAsync("document.querySelector('#pain-close').focus()");
        await tab.PressAsync("Enter");
        await tab.UntilAsync($"!{IsOpen}");
        Assert.Equal("last: 2 of 10", await tab.TextAsync("#pain-last"));
    }
}
