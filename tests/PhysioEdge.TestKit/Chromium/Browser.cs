using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.TestKit.Chromium;

/// <summary>A real Chromium without a window, with a profile of its own.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";

    private readonly TempFolder _profile;
    private readonly ChildProcess _process;
    private readonly DevTools _tools;

    private Browser(TempFolder profile, ChildProcess process, DevTools tools) => (_profile, _process, _tools) = (profile, process, tools);

    public static async Task<Browser> StartAsync(CancellationToken cancellationToken)
    {
        var profile = new TempFolder();

        // No sandbox, because tests often run as root; nothing but the box's own page is opened.
        var process = ChildProcess.Start(
            "chromium",
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            $"--user-data-dir={profile.Path}",
            "about:blank");
        var line = await process.ReadUntilAsync([Announcement], cancellationToken);
        var address = new Uri(line[(line.IndexOf(Announcement, StringComparison.Ordinal) + Announcement.Length)..].Trim());
        return new Browser(profile, process, await DevTools.ConnectAsync(address, cancellationToken));
    }

    /// <summary>Opens a tab of that size, in CSS pixels.</summary>
    public async Task<Tab> OpenAsync(int width, int height, CancellationToken cancellationToken)
    {
        // Each in a context of its own: what one test has chosen is not there for the next.
        var context = (await _tools.AskAsync("Target.createBrowserContext", null, null, cancellationToken)).GetProperty("browserContextId").GetString();
        var target = await _tools.AskAsync(
            "Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }, null, cancellationToken);
        var session = await _tools.AskAsync(
            "Target.attachToTarget", new() { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true }, null, cancellationToken);
        var tab = new Tab(_tools, session.GetProperty("sessionId").GetString()!, cancellationToken);
        await tab.StartAsync();
        await tab.ResizeAsync(width, height);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        await _tools.AskAsync("Browser.close", null, null, CancellationToken.None);
        await _process.ExitAsync(CancellationToken.None);
        await _tools.DisposeAsync();
        _process.Dispose();
        _profile.Dispose();
    }
}
