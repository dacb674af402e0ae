using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Tests.Links;

public sealed class WakeUpTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly WakeUp _signal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signal_given_while_nobody_waits_is_seen_once()
    {
        _signal.Set();
        _signal.Set();

        Assert.True(await _signal.WaitAsync(null, _time, Cancellation));
        var next = _signal.WaitAsync(TimeSpan.FromSeconds(1), _time, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await next);
    }

    [Fact]
    public async Task A_signal_ends_the_wait_also_after_one_whose_time_was_up()
    {
        var first = _signal.WaitAsync(TimeSpan.FromSeconds(1), _time, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await first);

        var second = _signal.WaitAsync(null, _time, Cancellation);
        _signal.Set();

        Assert.True(await second);
    }

    [Fact]
    public async Task A_cancelled_wait_throws()
    {
        using var cancelled = new CancellationTokenSource();
        var wait = _signal.WaitAsync(null, _time, cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }
}
