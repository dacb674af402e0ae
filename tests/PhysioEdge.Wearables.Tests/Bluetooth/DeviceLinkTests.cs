using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class DeviceLinkTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Channel<DeviceNotification> _queue = Channel.CreateBounded<DeviceNotification>(3);
    private readonly List<LinkStatus> _changes = [];
    private readonly DeviceLink _link;

    public DeviceLinkTests() => _link = new(
        new() { Id = "left", Characteristics = [GattUuid.HeartRateMeasurement], SilenceTimeout = TimeSpan.FromSeconds(5) },
        _queue.Writer,
        _time,
        NullLogger.Instance,
        _changes.Add);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void What_does_not_fit_into_the_queue_is_counted()
    {
        var epoch = _link.BeginEpoch();
        for (byte i = 0; i < 5; i++)
            _link.Take(GattUuid.HeartRateMeasurement, new byte[] { i }, epoch);
        Assert.Equal((5, 2), (_link.Received, _link.Overflowed));
        for (byte i = 0; i < 3; i++)
        {
            Assert.True(_queue.Reader.TryRead(out var kept));
            Assert.Equal([i], kept.Value.ToArray());
        }
    }

    [Fact]
    public void Notifications_carry_when_they_came_and_in_which_epoch()
    {
        _time.Advance(TimeSpan.FromSeconds(3));
        var before = _time.GetElapsedTime(0);
        _link.BeginEpoch();
        _link.Take(GattUuid.HeartRateMeasurement, default, _link.BeginEpoch());
        Assert.True(_queue.Reader.TryRead(out var notification));
        Assert.Equal(("left", before, 2), (notification.Device, notification.ArrivedAt, notification.Epoch));
        Assert.Equal(1, _link.Status.Reconnects);
    }

    [Fact]
    public async Task Silence_is_counted_from_the_last_notification()
    {
        var epoch = _link.BeginEpoch();
        var silent = _link.WaitForSilenceAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(4));
        _link.Take(GattUuid.HeartRateMeasurement, default, epoch);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(silent.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await silent;
    }

    [Fact]
    public void Only_what_changes_is_told()
    {
        _link.Enter(LinkState.Searching);
        _time.Advance(TimeSpan.FromSeconds(1));
        _link.Enter(LinkState.Searching);
        _link.Enter(LinkState.Searching, "out of reach");
        _link.Charge(80);
        _link.Charge(80);
        _link.Charge(null);
        Assert.Equal([null, "out of reach", "out of reach"], _changes.Select(c => c.Reason));
        Assert.Equal(80, _link.Status.BatteryPercent);
        Assert.Single(_changes.Select(c => c.Since).Distinct());
    }
}
