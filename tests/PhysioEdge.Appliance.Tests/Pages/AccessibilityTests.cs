using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Chromium;

namespace PhysioEdge.Appliance.Tests.Pages;

/// <summary>WCAG 2.2 A and AA as far as a program can tell, by axe-core in a real browser.</summary>
[Collection(Screens.Name)]
public class AccessibilityTests(Screens screens)
{
    private const string Run =
        """
        axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(found => found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html + ' ' + n.failureSummary).join('; ')}`))
        """;

    [Fact]
    public async Task No_view_has_a_barrier_by_day_or_by_night()
    {
        var axe = await AxeCore.ScriptAsync();
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Wearing().Live().WithVideoOn("127.0.0.1");
        using var service = await RunningService.StartAsync(box);
        var tab = await screens.OpenAsync(box, prepare: MadeUpNews.Script);

        // With a flag, and with everything on the page that may be there.
        await tab.UntilAsync("!document.querySelector('#note-count').hidden && document.querySelector('#cue-text').textContent");
        await MadeUpNews.SayAllAsync(tab);
        await tab.EvaluateAsync(axe);
        foreach (var theme in (string[])["light", "dark"])
        {
            await tab.PreferAsync("prefers-color-scheme", theme);
            foreach (var view in (string[])["exercise", "therapist", "technician"])
            {
                await tab.EvaluateAsync($"location.hash = '{view}'");
                await tab.UntilAsync($"document.documentElement.dataset.theme === '{theme}' && document.body.dataset.view === '{view}'");
                await MadeUpNews.WarnAsync(tab);
                await CheckAsync(tab, $"{view}, {theme}");
            }

            await tab.EvaluateAsync("location.hash = 'exercise'");
            await tab.UntilAsync("document.body.dataset.view === 'exercise'");
            await tab.EvaluateAsync("document.querySelector('#pain').click()");
            await CheckAsync(tab, $"pain, {theme}");
            await tab.EvaluateAsync("document.querySelector('#pain-close').click()");
        }
    }

    private static async Task CheckAsync(Tab tab, string what)
        => Assert.Empty((await tab.EvaluateAsync(Run)).EnumerateArray().Select(v => $"{what}: {v.GetString()}"));
}
