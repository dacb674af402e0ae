using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Chromium;

namespace PhysioEdge.Appliance.Tests.Pages;

/// <summary>What is seen of insoles and watch, by news that are made up.</summary>
[Collection(Screens.Name)]
public class WornViewTests(Screens screens)
{
    private const string Pictures = "[...document.querySelectorAll('#worn canvas')].map(c => c.toDataURL())";

    private const string Places =
        "[...document.querySelectorAll('#view-exercise > *, #worn canvas, #count, #cue, #pain')].map(e => { const r = e.getBoundingClientRect(); return [e.id || e.className, r.x, r.y, r.width, r.height].join(' '); })";

    [Fact]
    public async Task Feet_steps_and_heart_are_shown_beside_the_figure()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Wearing();
        using var service = await RunningService.StartAsync(box);
        var tab = await OpenAsync(box);
        var before = await StringsAsync(tab, Pictures);

        await MadeUpNews.SayAllAsync(tab);

        var worn = await tab.TextAsync("#worn");
        foreach (var words in (string[])["61 kg", "23 kg", "▲ over 20 kg", "134", "▲ above the limit of 130"])
            Assert.Contains(words, worn, StringComparison.Ordinal);
        Assert.All((await StringsAsync(tab, Pictures)).Zip(before), p => Assert.NotEqual(p.Second, p.First));
        Assert.Equal("left foot bears 61 kg; right foot bears 23 kg, at most 20 kg are allowed", await LabelAsync(tab, "#feet"));
        Assert.Contains("1 of the last 4 over the limit of 20 kg on the right", await LabelAsync(tab, "#steps"), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Who_wears_nothing_sees_no_place_for_it()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box);

        await tab.UntilAsync("document.body.dataset.camera");
        Assert.True((await tab.EvaluateAsync("document.querySelector('#worn').hidden && document.querySelector('#sound').hidden")).GetBoolean());
    }

    [Theory]
    [InlineData(320, 568)]
    [InlineData(390, 844)]
    [InlineData(800, 1280)]
    [InlineData(1280, 800)]
    public async Task Nothing_moves_when_loads_change_and_warnings_come(int width, int height)
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Wearing();
        using var service = await RunningService.StartAsync(box);
        await service.LogAsync("the recording is over");
        var tab = await OpenAsync(box, width, height);
        await tab.UntilAsync("document.querySelectorAll('#links li').length === 3 && document.querySelector('#cue-text').textContent === 'The recording is over'");
        await MadeUpNews.SayAllAsync(tab);
        var before = await StringsAsync(tab, Places);

        await MadeUpNews.SayFeetAsync(tab, 0, 104.2);
        await MadeUpNews.SayAsync(tab, "heart", new { bpm = (double?)null });
        await MadeUpNews.WarnAsync(tab);

        Assert.Equal(before, await StringsAsync(tab, Places));
        Assert.InRange((await tab.EvaluateAsync("document.documentElement.scrollWidth")).GetDouble(), 0, width);
    }

    [Fact]
    public async Task Too_much_weight_is_said_once_and_sounds_only_where_somebody_wants_to_hear_it()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Wearing();
        using var service = await RunningService.StartAsync(box);
        var tab = await OpenAsync(box);

        await tab.EvaluateAsync("window.said = []; new MutationObserver(() => said.push(document.querySelector('#warning').textContent)).observe(document.querySelector('#warning'), { childList: true })");
        await MadeUpNews.WarnAsync(tab);
        Assert.Equal("alert", (await tab.EvaluateAsync("document.querySelector('#warning').getAttribute('role')")).GetString());
        Assert.Equal(0, (await tab.EvaluateAsync("tones")).GetInt32());
        await tab.UntilAsync("said.length === 2");
        Assert.Equal(["Less weight on your right leg", ""], await StringsAsync(tab, "said"));

        await tab.TapAsync("#sound");
        await tab.UntilAsync("tones === 1 && document.querySelector('#sound').getAttribute('aria-pressed') === 'true'");
        await MadeUpNews.WarnAsync(tab);
        Assert.Equal(2, (await tab.EvaluateAsync("tones")).GetInt32());

        await tab.ReloadAsync();
        await tab.UntilAsync("!document.querySelector('#worn').hidden && document.querySelector('#sound').getAttribute('aria-pressed') === 'true'");
        await tab.TapAsync("#sound");
        await tab.UntilAsync("localStorage.getItem('sound') === 'off'");
    }

    [Fact]
    public async Task The_words_for_a_picture_do_not_change_with_every_moment()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Wearing();
        using var service = await RunningService.StartAsync(box);
        var tab = await OpenAsync(box);
        await tab.EvaluateAsync("window.told = 0; new MutationObserver(told => window.told += told.length).observe(document.querySelector('#feet'), { attributeFilter: ['aria-label'] })");

        await tab.EvaluateAsync(
            "for (let kg = 1; kg <= 50; kg++) box.dispatchEvent(new MessageEvent('feet', { data: JSON.stringify({ left: { kg, x: null, y: null, cells: [] }, right: null, walk: null }) }))");

        Assert.Equal(1, (await tab.EvaluateAsync("told")).GetInt32());
        await tab.UntilAsync("document.querySelector('#feet').getAttribute('aria-label').startsWith('left foot bears 50 kg; right foot not known')");
    }

    [Fact]
    public async Task The_therapist_reads_the_numbers_and_the_technician_how_the_devices_are()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Wearing();
        using var service = await RunningService.StartAsync(box);
        var tab = await OpenAsync(box);
        await MadeUpNews.SayAllAsync(tab);

        await tab.EvaluateAsync("location.hash = 'therapist'");
        await tab.UntilAsync("document.body.dataset.view === 'therapist'");
        var walking = await tab.TextAsync("#walking");
        foreach (var words in (string[])["120 left, 119 right", "104 steps/min", "left 8.3 ± 2.1 % more (58 strides)", "right 4 % longer (3 strides)", "134 per minute, zone 2, limit 130", "4 of 10"])
            Assert.Contains(words, walking, StringComparison.Ordinal);

        await tab.EvaluateAsync("location.hash = 'technician'");
        await tab.UntilAsync("document.body.dataset.view === 'technician' && document.querySelectorAll('.card.is-off').length === 3");
        var cards = await tab.TextAsync("#cards");
        foreach (var words in (string[])["Insole left", "Insole right", "Heart rate sensor", "Bluetooth is not there", "watch", "not said"])
            Assert.Contains(words, cards, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    private async Task<Tab> OpenAsync(BoxFolder box, int width = 1280, int height = 800)
    {
        var tab = await screens.OpenAsync(box, "", width, height, MadeUpNews.Script);
        await tab.UntilAsync("!document.querySelector('#worn').hidden && document.querySelector('#feet').width > 0");
        return tab;
    }

    private static async Task<List<string?>> StringsAsync(Tab tab, string expression)
        => [.. (await tab.EvaluateAsync(expression)).EnumerateArray().Select(e => e.GetString())];

    private static async Task<string?> LabelAsync(Tab tab, string selector)
        => (await tab.EvaluateAsync($"document.querySelector('{selector}').getAttribute('aria-label')")).GetString();
}
