using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.DBus;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class AdapterRadioTests
{
    private const string Adapter = "/org/bluez/hci0";

    private readonly FakeTimeProvider _time = new();
    private bool _isStreaming;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task It_scans_for_as_long_as_anybody_searches() => WithRadioAsync(async (radio, peer) =>
    {
        var one = radio.Search();
        var other = radio.Search();
        await Eventually.IsTrueAsync(() => peer.Bluez.IsDiscovering);
        one.Dispose();
        one.Dispose();
        using (await radio.TakeTurnAsync(Cancellation))
            Assert.False(peer.Bluez.IsDiscovering);
        await Eventually.IsTrueAsync(() => peer.Bluez.IsDiscovering);
        other.Dispose();
        await Eventually.IsTrueAsync(() => !peer.Bluez.IsDiscovering);
    });

    [Fact]
    public Task One_connects_at_a_time() => WithRadioAsync(async (radio, _) =>
    {
        var first = await radio.TakeTurnAsync(Cancellation);
        var second = radio.TakeTurnAsync(Cancellation);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    });

    [Fact]
    public Task While_something_streams_it_soon_scans_only_now_and_then() => WithRadioAsync(async (radio, peer) =>
    {
        using var search = radio.Search();
        await Eventually.IsTrueAsync(() => peer.Bluez.IsDiscovering);
        _isStreaming = true;
        for (var glance = 0; glance < 3; glance++)
        {
            await AdvanceUntilAsync(() => !peer.Bluez.IsDiscovering);
            await AdvanceUntilAsync(() => peer.Bluez.IsDiscovering);
        }
    });

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.IsTrueAsync(() =>
    {
        _time.Advance(TimeSpan.FromSeconds(0.01));
        return condition();
    });

    private async Task WithRadioAsync(Func<AdapterRadio, FakePeer, Task> test)
    {
        await using var peer = new FakePeer();
        await using var bus = await BusConnection.ConnectAsync(peer.Address, TimeProvider.System, Cancellation);
        await using var mirror = await ObjectMirror.OpenAsync(bus, TimeProvider.System, Cancellation);
        using var radio = new AdapterRadio(mirror, Adapter, () => _isStreaming, _time, NullLogger.Instance);
        using var over = new CancellationTokenSource();
        var running = radio.RunAsync(over.Token);
        await test(radio, peer);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(peer.Bluez.IsDiscovering);
    }
}
