using System.Globalization;
using System.Text;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Chromium;

namespace PhysioEdge.Pictures;

/// <summary>Looks at the session while it goes on.</summary>
internal sealed class PicturedSession(string page, Browser browser, string folder)
{
    private const double FilmSeconds = 14;
    private const int PicturesPerSecond = 12;

    private static readonly CancellationToken Token = CancellationToken.None;

    /// <summary>A few repetitions as the patient sees them, as <c>page.webp</c>.</summary>
    public async Task FilmAsync()
    {
        using var pictures = new TempFolder();
        var tab = await OpenAsync("exercise", 1280, 800, "light");
        await tab.ResizeAsync(1280, 800, 0.6);
        await tab.UntilAsync("document.getElementById('count').textContent === '1'", 180);

        var (list, shownAt) = (new StringBuilder(), 0.0);
        for (var number = 0; shownAt < FilmSeconds; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{number:D4}.png");
            await File.WriteAllBytesAsync(pictures.File(name), await tab.ScreenshotAsync(), Token);
            var next = (await tab.EvaluateAsync($"new Promise(done => setTimeout(() => done((performance.now() - (window.filmStart ??= performance.now())) / 1000), 20))")).GetDouble();
            list.Append(CultureInfo.InvariantCulture, $"file '{name}'\nduration {Math.Max(0.02, next - shownAt):F3}\n");
            shownAt = next;
        }

        await File.WriteAllTextAsync(pictures.File("list.txt"), list.ToString(), Token);
        Tool.Run(
            "ffmpeg",
            "-v", "error", "-y", "-f", "concat", "-i", pictures.File("list.txt"), "-vf", $"fps={PicturesPerSecond}",
            "-c:v", "libwebp_anim", "-quality", "62", "-compression_level", "6", "-loop", "0", Path.Combine(folder, "page.webp"));
    }

    /// <summary>Each view once, in the middle of a repetition; the therapist's once there is something in it.</summary>
    public async Task PhotographAsync()
    {
        const string InRepetition = "parseInt(document.querySelector('#now').textContent) > 60";
        var tab = await OpenAsync("exercise", 1280, 800, "dark");
        await tab.UntilAsync("document.getElementById('count').textContent === '1'", 180);
        await PhotographAsync(tab, "page-exercise", "exercise", 1280, 800, "dark", InRepetition);
        await PhotographAsync(tab, "page-therapist", "therapist", 1280, 800, "light", "!document.querySelector('#note-count').hidden");
        await PhotographAsync(tab, "page-technician", "technician", 1280, 800, "light", "true");
    }

    private async Task PhotographAsync(Tab tab, string name, string view, int width, int height, string theme, string moment)
    {
        await tab.ResizeAsync(width, height);
        await tab.PreferAsync("prefers-color-scheme", theme);
        await tab.EvaluateAsync($"location.hash = '{view}'");
        await tab.UntilAsync(moment, 240);
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), await tab.ScreenshotAsync(), Token);
    }

    private async Task<Tab> OpenAsync(string view, int width, int height, string theme)
    {
        var tab = await browser.OpenAsync(width, height, Token);
        await tab.PreferAsync("prefers-color-scheme", theme);
        await tab.GoAsync($"{page}#{view}");
        await tab.UntilAsync("document.querySelectorAll('.card').length > 2");
        return tab;
    }
}
