using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Video;

namespace PhysioEdge.Appliance.Tests.Pages;

[Collection(Screens.Name)]
public class PatientViewTests(Screens screens)
{
    // Remembers every word said to the patient.
    private const string Listen =
        "window.said = []; new MutationObserver(() => said.push(document.querySelector('#cue-text').textContent)).observe(document.querySelector('#cue-text'), { childList: true, characterData: true, subtree: true })";

    [Fact]
    public async Task The_figure_moves_the_repetitions_count_up_and_the_patient_is_told_what_to_do()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);
        await tab.EvaluateAsync(Listen);

        Assert.Equal("Squats", await tab.TextAsync("#title"));
        Assert.Equal("Set 1 of 1", await tab.TextAsync("#set"));
        var pictures = new HashSet<string>();
        foreach (var count in (string[])["1", "2", "3"])
        {
            await tab.UntilAsync($"document.querySelector('#count').textContent === '{count}'");
            pictures.Add((await tab.EvaluateAsync("document.querySelector('#figure').toDataURL() + document.querySelector('#trace').toDataURL()")).GetString()!);
            Assert.Equal(count, (await tab.EvaluateAsync("document.querySelectorAll('#dots .is-done').length")).GetRawText());
        }

        Assert.Equal(3, pictures.Count);
        Assert.Equal("of 5", await tab.TextAsync("#of"));
        await tab.UntilAsync("['Hold', 'Slowly back', 'Well done'].every(word => said.includes(word))");
        Assert.Contains("target 80°", (await tab.EvaluateAsync("document.querySelector('#trace').getAttribute('aria-label')")).GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pt-7f3a", (await tab.EvaluateAsync("document.documentElement.outerHTML")).GetString(), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_repetition_that_falls_short_is_a_note_for_the_therapist_and_no_alarm_for_the_patient()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);
        await tab.EvaluateAsync(Listen);

        await tab.UntilAsync("!document.querySelector('#note-count').hidden && said.includes('A little deeper')");
        Assert.DoesNotContain("limit", await tab.TextAsync(".score"), StringComparison.Ordinal);
        Assert.Equal("none", (await tab.EvaluateAsync("getComputedStyle(document.querySelector('#view-therapist')).display")).GetString());

        await tab.TapAsync("nav a[data-view=therapist]");
        await tab.UntilAsync("document.querySelector('#notes').innerText.includes('in repetition 4 of squat')");
        Assert.Contains("short", await tab.TextAsync("#repetitions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_in_the_picture_is_asked_in()
    {
        using var box = new BoxFolder(Clips.Steady.Path).Live();
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);

        await tab.UntilAsync("document.querySelector('#cue-text').textContent === 'Step into the picture'");
        Assert.Equal("Nobody is in the picture", (await tab.EvaluateAsync("document.querySelector('#figure').getAttribute('aria-label')")).GetString());
    }

    [Fact]
    public async Task A_camera_that_gives_no_picture_is_said_plainly()
    {
        using var box = new BoxFolder("there-is-none.mp4");
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);

        await tab.UntilAsync("document.querySelector('#cue').innerText.includes('The camera gives no picture. Please ask for help')");
        Assert.Contains("▲", (await tab.EvaluateAsync("getComputedStyle(document.querySelector('.card .state'), '::before').content")).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_box_goes_the_page_says_so_and_when_it_comes_back_the_page_goes_on()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using var before = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);
        await tab.UntilAsync("document.querySelector('#count').textContent === '1'");

        Assert.Equal(0, await before.StopAsync());
        await tab.UntilAsync("document.querySelector('#lost').innerText.includes('No connection to the box')");

        using var after = await RunningService.StartAsync(box);
        await tab.UntilAsync("document.querySelector('#lost').hidden && document.querySelector('#count').textContent === '1'");
    }
}
