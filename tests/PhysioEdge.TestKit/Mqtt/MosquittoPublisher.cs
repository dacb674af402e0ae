using System.Diagnostics;
using System.Globalization;

namespace PhysioEdge.TestKit.Mqtt;

/// <summary>The independent client mosquitto_pub.</summary>
public static class MosquittoPublisher
{
    /// <summary>Publishes with quality of service 1, and returns when the broker has the message.</summary>
    public static async Task PublishAsync(int port, string topic, string payload, CancellationToken cancellationToken)
    {
        using var process = Process.Start(
            "mosquitto_pub",
            ["-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-V", "mqttv5", "-q", "1", "-t", topic, "-m", payload]);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"mosquitto_pub ended with {process.ExitCode}.");
    }
}
