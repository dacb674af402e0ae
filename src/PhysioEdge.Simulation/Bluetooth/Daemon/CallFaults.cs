namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>Calls that are to go wrong, by their names, in the order in which they were asked for.</summary>
internal sealed class CallFaults
{
    private readonly Dictionary<string, Queue<CallFault>> _next = [];

    public void Add(string member, CallFault fault)
    {
        if (!_next.TryGetValue(member, out var faults))
            _next[member] = faults = new Queue<CallFault>();
        faults.Enqueue(fault);
    }

    public CallFault? Take(string member) => _next.TryGetValue(member, out var faults) && faults.TryDequeue(out var fault) ? fault : null;
}

/// <summary>How a call goes wrong.</summary>
/// <param name="Error">The error answered; null = it is never answered.</param>
/// <param name="Text">What the error says.</param>
internal sealed record CallFault(string? Error, string Text);
