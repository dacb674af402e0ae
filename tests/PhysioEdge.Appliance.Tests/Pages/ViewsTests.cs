using System.Globalization;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Chromium;

namespace PhysioEdge.Appliance.Tests.Pages;

/// <summary>How one gets about on the page, with fingers, with keys, on any screen, by day and by night.</summary>
[Collection(Screens.Name)]
public sealed class ViewsTests(Screens screens) : IAsyncLifetime
{
    private BoxFolder? _box;
    private RunningService? _service;

    public async ValueTask InitializeAsync()
    {
        _box = new BoxFolder(await PhantomVideo.PathAsync());
        _service = await RunningService.StartAsync(_box);
    }

    public ValueTask DisposeAsync()
    {
        _service?.Dispose();
        _box?.Dispose();
        return default;
    }

    [Fact]
    public async Task Every_view_can_be_reached_with_the_keyboard()
    {
        var tab = await screens.OpenAsync(_box!);

        foreach (var view in (string[])["therapist", "technician", "exercise"])
        {
            for (var presses = 0; await FocusedAsync(tab) != view; presses++)
            {
                Assert.InRange(presses, 0, 20);
                await tab.PressAsync("Tab");
            }

            Assert.NotEqual("none", (await tab.EvaluateAsync("getComputedStyle(document.activeElement).outlineStyle")).GetString());
            await tab.PressAsync("Enter");
            await tab.UntilAsync($"document.body.dataset.view === '{view}' && document.querySelector('nav a[aria-current]').dataset.view === '{view}'");
        }
    }

    [Fact]
    public async Task A_view_can_be_bookmarked()
    {
        var tab = await screens.OpenAsync(_box!, "#therapist");

        Assert.Contains("Latest repetitions", await tab.TextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_as_dark_as_the_system_until_one_chooses_and_then_stays_so()
    {
        var tab = await screens.OpenAsync(_box!);
        await tab.PreferAsync("prefers-color-scheme", "dark");
        await tab.UntilAsync("getComputedStyle(document.body).backgroundColor === 'rgb(14, 22, 21)'");

        await tab.TapAsync("#theme");
        await tab.UntilAsync("getComputedStyle(document.body).backgroundColor === 'rgb(243, 246, 245)'");
        await tab.ReloadAsync();
        await tab.UntilAsync("document.querySelectorAll('.card').length >= 5 && document.documentElement.dataset.theme === 'light'");
    }

    [Theory]
    [InlineData(320, 568)]
    [InlineData(390, 844)]
    [InlineData(640, 400)]
    [InlineData(800, 1280)]
    [InlineData(1280, 800)]
    public async Task Nothing_sticks_out_and_everything_can_be_hit_with_a_finger(int width, int height)
    {
        var tab = await screens.OpenAsync(_box!, "", width, height);

        foreach (var view in (string[])["exercise", "therapist", "technician"])
        {
            await tab.EvaluateAsync($"location.hash = '{view}'");
            await tab.UntilAsync($"document.body.dataset.view === '{view}'");
            var widest = await tab.EvaluateAsync("document.documentElement.scrollWidth");
            Assert.InRange(widest.GetDouble(), 0, width);
            var small = await tab.EvaluateAsync(
                "[...document.querySelectorAll('a, button')].filter(e => e.offsetParent && (e.offsetWidth < 44 || e.offsetHeight < 44)).map(e => e.textContent)");
            Assert.Empty(small.EnumerateArray());
        }
    }

    [Fact]
    public async Task The_counter_can_be_read_from_three_metres()
    {
        var tab = await screens.OpenAsync(_box!);
        await tab.UntilAsync("document.querySelector('#count').offsetHeight > 0");

        var size = (await tab.EvaluateAsync("getComputedStyle(document.querySelector('#count')).fontSize")).GetString()!;

        Assert.InRange(double.Parse(size.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), 0.18 * 800, 0.28 * 800);
    }

    [Fact]
    public async Task Who_prefers_no_motion_gets_none_but_the_figure()
    {
        var tab = await screens.OpenAsync(_box!);
        const string Animation = "(() => { const count = document.querySelector('#count'); count.classList.add('is-new'); return getComputedStyle(count).animationName; })()";
        Assert.Equal("arrive", (await tab.EvaluateAsync(Animation)).GetString());

        await tab.PreferAsync("prefers-reduced-motion", "reduce");

        Assert.Equal("none", (await tab.EvaluateAsync(Animation)).GetString());
    }

    private static async Task<string?> FocusedAsync(Tab tab)
        => await tab.EvaluateAsync("document.activeElement.dataset.view ?? null") is { ValueKind: JsonValueKind.String } view ? view.GetString() : null;
}
