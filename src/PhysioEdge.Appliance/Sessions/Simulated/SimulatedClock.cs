namespace PhysioEdge.Appliance.Sessions.Simulated;

/// <summary>
/// The time of the simulated patient: it stands where the simulated camera is, so that pictures and wearables stay in step however fast or
/// slowly the pictures are taken. Only the monotonic time is the patient's; timers and the wall clock are the box's.
/// </summary>
internal sealed class SimulatedClock(TimeProvider box) : TimeProvider
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _advanced = NewSignal();
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => box.LocalTimeZone;

    public TimeSpan Now => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => box.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => box.CreateTimer(callback, state, dueTime, period);

    /// <summary>Goes on to that time; never back.</summary>
    public void AdvanceTo(TimeSpan time)
    {
        TaskCompletionSource advanced;
        lock (_gate)
        {
            if (time <= Now)
                return;
            Interlocked.Exchange(ref _ticks, time.Ticks);
            (advanced, _advanced) = (_advanced, NewSignal());
        }

        advanced.SetResult();
    }

    /// <summary>Waits until it is that time.</summary>
    public async Task WaitUntilAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task advanced;
            lock (_gate)
            {
                if (time <= Now)
                    return;
                advanced = _advanced.Task;
            }

            await advanced.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
