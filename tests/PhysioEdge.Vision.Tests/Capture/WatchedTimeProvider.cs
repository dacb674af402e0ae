using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PhysioEdge.Vision.Tests.Capture;

/// <summary>A clock that only the test moves, and that tells when somebody starts to wait for it.</summary>
internal sealed class WatchedTimeProvider() : FakeTimeProvider(DateTimeOffset.MinValue.AddDays(1))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody starts a wait other than the one to be passed over.</summary>
    public async Task<TimeSpan> NextWaitAsync(TimeSpan passOver, CancellationToken cancellationToken)
    {
        await foreach (var wait in _waits.Reader.ReadAllAsync(cancellationToken))
        {
            if (wait != passOver)
                return wait;
        }

        throw new InvalidOperationException("Nobody waits.");
    }
}
