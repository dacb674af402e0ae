using System.Diagnostics;
using System.Globalization;

namespace PhysioEdge.TestKit.Mqtt;

/// <summary>The independent client mosquitto_pub.</summary>
public static class MosquittoPublisher
{
    /// <summary>Publishes with quality of service 1, and returns when the broker has the message.</summary>
    /// <param name="port">The broker's port.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    /// <param name="options">Further arguments, such as <c>-r</c>.</param>
    public static async Task PublishAsync(int port, string topic, string payload, CancellationToken cancellationToken, params IEnumerable<string> options)
    {
        using var process = Process.Start(
            "mosquitto_pub",
            ["-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-V", "mqttv5", "-q", "1", "-t", topic, "-m", payload, .. options]);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"mosquitto_pub ended with {process.ExitCode}.");
    }

    /// <summary>Publishes a command that is to be answered.</summary>
    public static Task AskAsync(int port, string topic, string payload, string responseTopic, string correlation, CancellationToken cancellationToken, int? expirySeconds = 30) =>
        PublishAsync(
            port,
            topic,
            payload,
            cancellationToken,
            [
                "-D", "publish", "response-topic", responseTopic, "-D", "publish", "correlation-data", correlation,
                .. expirySeconds is { } seconds ? (string[])["-D", "publish", "message-expiry-interval", seconds.ToString(CultureInfo.InvariantCulture)] : [],
            ]);
}
