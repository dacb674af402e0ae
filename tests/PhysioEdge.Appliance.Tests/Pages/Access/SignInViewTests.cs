using System.Runtime.Versioning;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages.Access;

/// <summary>PINs and the privacy switch as somebody at the screen finds them.</summary>
[Collection(Screens.Name)]
[SupportedOSPlatform("linux")]
public class SignInViewTests(Screens screens)
{
    private const string Form = "getComputedStyle(document.querySelector('#sign-in')).display";

    [Fact]
    public async Task The_technicians_view_asks_for_its_PIN_and_shows_the_box_once_it_has_it()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live().WithPins("2468", "1357");
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenGuardedAsync(box, "#technician");
        await tab.UntilAsync($"{Form} === 'grid'");

        await tab.EvaluateAsync("document.querySelector('#pin').focus()");
        await tab.TypeAsync("0000");
        await tab.PressAsync("Enter");
        await tab.UntilAsync("document.querySelector('#sign-in-trouble').textContent === 'That is not a PIN of this box.'");
        Assert.Equal(0, (await tab.EvaluateAsync("document.querySelectorAll('.card').length")).GetInt32());

        await tab.TypeAsync("1357");
        await tab.PressAsync("Enter");
        await tab.UntilAsync($"{Form} === 'none' && document.querySelectorAll('.card').length >= 5");
        await tab.EvaluateAsync("location.hash = 'therapist'");
        await tab.UntilAsync($"{Form} === 'grid'");

        await tab.EvaluateAsync("location.hash = 'technician'");
        await tab.TapAsync("#sign-out");
        await tab.UntilAsync($"{Form} === 'grid' && document.querySelectorAll('.card').length === 0");
    }

    [Fact]
    public async Task A_tap_on_privacy_says_in_large_letters_that_nothing_is_taken_in_until_it_is_switched_on_again()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);
        await tab.UntilAsync("document.querySelector('#private').hidden");

        await tab.TapAsync("#privacy");
        await tab.UntilAsync("!document.querySelector('#private').hidden");
        Assert.Contains("nothing is taken in", await tab.TextAsync("#private"), StringComparison.Ordinal);
        await service.StatusAsync(s => s.GetProperty("cameras")[0].GetProperty("state").GetString() == "switched_off");

        await tab.TapAsync("#private-off");
        await tab.UntilAsync("document.querySelector('#private').hidden");
        await service.StatusAsync(s => s.GetProperty("cameras")[0].GetProperty("state").GetString() == "streaming");
        Assert.Empty(tab.Complaints);
    }
}
