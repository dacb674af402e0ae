namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>What is to happen later, under the bus's lock; nothing of it once the daemon has gone.</summary>
internal sealed class DaemonTimers(TimeProvider clock, Lock gate)
{
    private readonly HashSet<ITimer> _running = [];
    private bool _stopped;

    /// <returns>Disposed, it does not happen.</returns>
    public IDisposable After(TimeSpan delay, Action action)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _running.Add(timer);
        timer.Change(delay, Timeout.InfiniteTimeSpan);
        return new Pending(this, timer);

        void Fire()
        {
            lock (gate)
            {
                if (_running.Remove(timer!) && !_stopped)
                    action();
                timer!.Dispose();
            }
        }
    }

    public void Stop()
    {
        _stopped = true;
        foreach (var timer in _running)
            timer.Dispose();
        _running.Clear();
    }

    private sealed class Pending(DaemonTimers timers, ITimer timer) : IDisposable
    {
        public void Dispose()
        {
            timers._running.Remove(timer);
            timer.Dispose();
        }
    }
}
