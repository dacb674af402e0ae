using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Faults;

/// <summary>The independent client mosquitto_pub, which publishes each line that it is given to one topic, with quality of service 1.</summary>
internal sealed class LabPublisher : IDisposable
{
    private readonly Process _process;

    /// <exception cref="InputException">The program is not there.</exception>
    public LabPublisher(int port, string topic, params IEnumerable<string> options)
    {
        var start = new ProcessStartInfo("mosquitto_pub", ["-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-V", "mqttv5", "-q", "1", "-t", topic, "-l", .. options])
        {
            RedirectStandardInput = true,
        };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InputException("mosquitto_pub cannot be started: apt-get install mosquitto-clients", exception);
        }
    }

    /// <summary>Publishes one message; it must have no line break in it.</summary>
    public ValueTask PublishAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => WriteAsync([.. payload.Span, (byte)'\n'], cancellationToken);

    /// <summary>Waits until the broker has all of them.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
            throw new InputException($"mosquitto_pub ended with {_process.ExitCode}.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async ValueTask WriteAsync(byte[] line, CancellationToken cancellationToken) => await _process.StandardInput.BaseStream.WriteAsync(line, cancellationToken);
}
