using System.Globalization;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>The broker is killed again and again while events are found.</summary>
internal sealed class BrokerKilled : IFaultScenario
{
    /// <summary>The pauses between attempts to connect grow to a minute; nobody wants to wait for them two hundred times.</summary>
    private const int Speed = 20;

    private static readonly TimeSpan EventInterval = TimeSpan.FromMilliseconds(5);

    public string Name => "broker-killed";

    public string What => $"mosquitto is killed while events are stored and sent, and started again; it forgets everything each time. The box's clock runs {Speed} times as fast, so that the pauses between attempts to connect are short.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var (kills, time) = (full ? 200 : 5, new FastTime(Speed));
        using var boxFolder = new LabFolder();
        using var receiverFolder = new LabFolder();
        using var broker = new LabBroker();
        await broker.StartAsync(cancellationToken);
        await using var receiver = await LabReceiver.StartAsync(receiverFolder.Path, broker.Port, time, cancellationToken);
        await using var box = await LabBox.StartAsync(boxFolder.Path, broker.Port, time, cancellationToken);
        using var enough = new CancellationTokenSource();
        var load = LoadAsync(box, enough.Token);
        for (var kill = 1; kill <= kills; kill++)
        {
            await box.UntilAsync(status => status.Link.ConnectedSince is not null, cancellationToken);
            var sent = box.Status.Value.Sent;
            await box.UntilAsync(status => status.Sent >= sent + 20 || status.Link.ConnectedSince is null, cancellationToken);
            broker.Kill();
            await box.UntilAsync(status => status.Link.ConnectedSince is null, cancellationToken);
            await broker.StartAsync(cancellationToken);
            if (kill % 10 == 0 || !full)
                say($"{kill} of {kills} kills");
        }

        await enough.CancelAsync();
        var stored = await load;

        // What reached the broker before its receiver was back is sent again over the next connection.
        await receiver.UntilAsync(status => status.Link.ConnectedSince is not null, cancellationToken);
        await box.UntilAsync(status => status.Link.ConnectedSince is not null, cancellationToken);
        await box.DrainAsync(cancellationToken);

        var received = receiver.Store.CountEvents();
        var (sentBox, sentReceiver) = (box.Status.Value, receiver.Status.Value);
        return
        [
            new("kills", N(kills)),
            new("events stored", N(stored)),
            new("events lost", N(stored - received), "0", stored == received),
            new("messages sent more than once", N(sentBox.Resent)),
            new("of those that arrived again, stored twice", N(received - Math.Min(received, stored)), "0", received <= stored),
            new("messages that the receiver had already", N(sentReceiver.Duplicates)),
            new("connections", N(sentBox.Link.Connections)),
        ];
    }

    private static async Task<long> LoadAsync(LabBox box, CancellationToken enough)
    {
        using var timer = new PeriodicTimer(EventInterval, TimeProvider.System);
        for (var stored = 0L; ; stored++)
        {
            box.Store.Append(LabEvents.Make(TimeProvider.System));
            try
            {
                await timer.WaitForNextTickAsync(enough);
            }
            catch (OperationCanceledException)
            {
                return stored + 1;
            }
        }
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
