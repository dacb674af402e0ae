using PhysioEdge.TestKit.Chromium;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>One Chromium for all tests that look at the page; they take turns.</summary>
[CollectionDefinition(Name)]
public sealed class Screens : ICollectionFixture<Screens>, IAsyncLifetime
{
    public const string Name = "Screens";

    private Browser? _browser;

    public async ValueTask InitializeAsync() => _browser = await Browser.StartAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _browser!.DisposeAsync();

    /// <summary>Opens the page of a running box on a tablet, at a view if one is named, and waits until it has heard from the box.</summary>
    internal async Task<Tab> OpenAsync(BoxFolder box, string view = "", int width = 1280, int height = 800, string prepare = "")
    {
        var tab = await _browser!.OpenAsync(width, height, TestContext.Current.CancellationToken);
        await tab.PrepareAsync(prepare);
        await tab.GoAsync($"http://127.0.0.1:{box.PagePort}/{view}");
        await tab.UntilAsync("document.querySelectorAll('.card').length >= 5 && document.title");
        return tab;
    }

    /// <summary>Opens a page at which nobody is signed in, and waits until it has heard from the box.</summary>
    internal async Task<Tab> OpenGuardedAsync(BoxFolder box, string view)
    {
        var tab = await _browser!.OpenAsync(1280, 800, TestContext.Current.CancellationToken);
        await tab.GoAsync($"http://127.0.0.1:{box.PagePort}/{view}");
        await tab.UntilAsync("document.body.dataset.camera");
        return tab;
    }
}
