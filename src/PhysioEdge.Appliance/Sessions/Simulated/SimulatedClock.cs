namespace PhysioEdge.Appliance.Sessions.Simulated;

/// <summary>
/// The time of the simulated patient: from picture to picture it runs on, and it waits for a picture that is late, so that pictures and wearables
/// stay in step however fast or slowly the pictures are taken. Only the monotonic time is the patient's; timers and the wall clock are the box's.
/// </summary>
/// <param name="box">The box's time.</param>
/// <param name="speed">How fast it runs on between pictures; null when it goes from one to the next at once.</param>
internal sealed class SimulatedClock(TimeProvider box, double? speed = 1) : TimeProvider
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _advanced = NewSignal();
    private long _from;
    private long _to;
    private long _since = box.GetTimestamp();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => box.LocalTimeZone;

    public TimeSpan Now => TimeSpan.FromTicks(GetTimestamp());

    public override long GetTimestamp()
    {
        lock (_gate)
            return Ticks();
    }

    public override DateTimeOffset GetUtcNow() => box.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => box.CreateTimer(callback, state, dueTime, period);

    /// <summary>There is a picture of that time: the clock may run on to it.</summary>
    public void AdvanceTo(TimeSpan time)
    {
        TaskCompletionSource advanced;
        lock (_gate)
        {
            if (time.Ticks <= _to)
                return;
            (_from, _to, _since) = (_to, time.Ticks, box.GetTimestamp());
            (advanced, _advanced) = (_advanced, NewSignal());
        }

        advanced.SetResult();
    }

    /// <summary>Waits until it is that time.</summary>
    public async Task WaitUntilAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        while (Wait(time, out var wait, out var advanced))
        {
            if (wait is { } known)
                await Task.Delay(known > ShortestWait ? known : ShortestWait, box, cancellationToken);
            else
                await advanced.WaitAsync(cancellationToken);
        }
    }

    private long Ticks() => speed is { } rate ? Math.Min(_to, _from + (long)(box.GetElapsedTime(_since).Ticks * rate)) : _to;

    /// <summary>Whether it is not yet that time, and for how long; that is not known before there is a picture of it or a later time.</summary>
    private bool Wait(TimeSpan time, out TimeSpan? wait, out Task advanced)
    {
        lock (_gate)
        {
            var left = time.Ticks - Ticks();
            wait = time.Ticks <= _to ? TimeSpan.FromTicks((long)(left / (speed ?? 1))) : null;
            advanced = _advanced.Task;
            return left > 0;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
