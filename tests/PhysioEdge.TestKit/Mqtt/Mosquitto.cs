namespace PhysioEdge.TestKit.Mqtt;

/// <summary>A real mosquitto on a free loopback port.</summary>
public sealed class Mosquitto : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _settings;
    private ChildProcess? _process;

    private Mosquitto(string settings) => _settings = settings;

    public int Port { get; } = FreePort.Take();

    /// <summary>A broker that is not running yet.</summary>
    /// <param name="settings">Lines for mosquitto.conf; by default anybody may connect.</param>
    public static Mosquitto Prepare(string settings = "allow_anonymous true") => new(settings);

    public static async Task<Mosquitto> StartAsync(CancellationToken cancellationToken, string settings = "allow_anonymous true")
    {
        var broker = Prepare(settings);
        await broker.StartAsync(cancellationToken);
        return broker;
    }

    /// <summary>Starts it, or starts it again after <see cref="Kill"/>; it has forgotten everything then.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var configuration = _folder.File("mosquitto.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"""
            user {Environment.UserName}
            persistence false
            log_dest stderr
            listener {Port} 127.0.0.1
            {_settings}

            """,
            cancellationToken);
        _process = ChildProcess.Start("mosquitto", "mosquitto", "-c", configuration);
        await _process.ReadUntilAsync([" running"], cancellationToken);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        _process!.Dispose();
        _process = null;
    }

    /// <summary>Holds it: connections stay open, and nothing is answered.</summary>
    public void Freeze() => _process!.Signal("STOP");

    public void Thaw() => _process!.Signal("CONT");

    public void Dispose()
    {
        _process?.Dispose();
        _folder.Dispose();
    }
}
