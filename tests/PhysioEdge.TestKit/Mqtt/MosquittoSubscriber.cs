using System.Globalization;

namespace PhysioEdge.TestKit.Mqtt;

/// <summary>A message as mosquitto_sub saw it.</summary>
public sealed record SeenMessage(string Topic, string Payload, int QualityOfService, bool Retained, string ContentType)
{
    /// <summary>Gets its correlation data; empty if it has none.</summary>
    public string Correlation { get; init; } = "";
}

/// <summary>The independent client mosquitto_sub, listening to a topic filter.</summary>
public sealed class MosquittoSubscriber : IDisposable
{
    private const string Mark = "MESSAGE|";

    private const string Listening = "Subscribed (mid: 1)";

    private readonly ChildProcess _process;
    private readonly Queue<string> _early = new();

    private MosquittoSubscriber(ChildProcess process) => _process = process;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="port">The broker's port.</param>
    /// <param name="filter">What to listen to.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    /// <param name="protocol">The version of MQTT.</param>
    /// <param name="but">Filters of what of it is left out.</param>
    public static async Task<MosquittoSubscriber> StartAsync(
        int port, string filter, CancellationToken cancellationToken, string protocol = "mqttv5", params IEnumerable<string> but)
    {
        // Its own buffering would keep back that it listens.
        var process = ChildProcess.Start(
            "mosquitto-clients",
            "stdbuf",
            [
                "-oL", "mosquitto_sub", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture),
                "-V", protocol, "-q", "1", "-t", filter, "-d", "-F", $"{Mark}%t|%q|%r|%C|%D|%p",
                .. but.SelectMany(left => (string[])["-T", left]),
            ]);
        var subscriber = new MosquittoSubscriber(process);

        // A broker may send retained messages before it acknowledges the subscription.
        for (var line = ""; !line.Contains(Listening, StringComparison.Ordinal);)
        {
            line = await process.ReadUntilAsync([Listening, Mark], cancellationToken);
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                subscriber._early.Enqueue(line);
        }

        return subscriber;
    }

    public async Task<SeenMessage> NextAsync(CancellationToken cancellationToken)
    {
        var line = _early.TryDequeue(out var early) ? early : await _process.ReadUntilAsync([Mark], cancellationToken);
        var parts = line.Split('|', 7);
        return new(parts[1], parts[6], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3] == "1", parts[4]) { Correlation = parts[5] };
    }

    public async Task<IReadOnlyList<SeenMessage>> NextAsync(int count, CancellationToken cancellationToken)
    {
        var messages = new List<SeenMessage>();
        while (messages.Count < count)
            messages.Add(await NextAsync(cancellationToken));
        return messages;
    }

    public void Dispose() => _process.Dispose();
}
