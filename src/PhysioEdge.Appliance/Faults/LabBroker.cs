namespace PhysioEdge.Appliance.Faults;

/// <summary>A mosquitto of the bench's own, on a free port of this machine, that forgets everything when it is killed.</summary>
internal sealed class LabBroker : IDisposable
{
    private readonly LabFolder _folder = new();
    private LabProgram? _process;

    public int Port { get; } = LabPort.Free();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = _folder.File("mosquitto.conf");
        await File.WriteAllTextAsync(
            settings,
            $"""
            user {Environment.UserName}
            persistence false
            log_dest stderr
            listener {Port} 127.0.0.1
            allow_anonymous true
            max_queued_messages 100000

            """,
            cancellationToken);
        _process = LabProgram.Start("mosquitto", "mosquitto", ["-c", settings]);
        await _process.UntilAsync(" running", cancellationToken);
    }

    public void Kill()
    {
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Connections stay open, and nothing is answered.</summary>
    public void Freeze() => _process!.Signal("STOP");

    public void Thaw() => _process!.Signal("CONT");

    public void Dispose()
    {
        _process?.Dispose();
        _folder.Dispose();
    }
}
