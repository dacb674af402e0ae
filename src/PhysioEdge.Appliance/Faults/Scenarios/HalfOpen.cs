using System.Globalization;

namespace PhysioEdge.Appliance.Faults.Scenarios;

/// <summary>The broker is there and says nothing.</summary>
internal sealed class HalfOpen : IFaultScenario
{
    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(10);

    public string Name => "half-open";

    public string What => "mosquitto is stopped with SIGSTOP, so that connections stay open and nothing is answered: once while an event is sent, once while nothing is.";

    public async Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var rounds = full ? 10 : 1;
        var (busy, idle) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 1; round <= rounds; round++)
        {
            busy = Longer(busy, await NoticedAsync(isBusy: true, cancellationToken));
            idle = Longer(idle, await NoticedAsync(isBusy: false, cancellationToken));
            say($"{round} of {rounds} rounds");
        }

        return
        [
            new("rounds of each", rounds.ToString(CultureInfo.InvariantCulture)),
            Noticed("while an event was sent", busy),
            Noticed("while nothing was sent", idle),
        ];

        FaultMeasure Noticed(string when, TimeSpan time) => new($"noticed at the latest after, {when}", string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"), "≤ 10 s", full ? time <= Aim : null);
    }

    private static async Task<TimeSpan> NoticedAsync(bool isBusy, CancellationToken cancellationToken)
    {
        using var folder = new LabFolder();
        using var broker = new LabBroker();
        await broker.StartAsync(cancellationToken);
        await using var box = await LabBox.StartAsync(folder.Path, broker.Port, TimeProvider.System, cancellationToken);
        await box.UntilAsync(status => status.Link.ConnectedSince is not null, cancellationToken);
        broker.Freeze();
        var start = TimeProvider.System.GetTimestamp();
        if (isBusy)
            box.Store.Append(LabEvents.Make(TimeProvider.System));
        await box.UntilAsync(status => status.Link.ConnectedSince is null, cancellationToken);
        var time = TimeProvider.System.GetElapsedTime(start);
        broker.Thaw();
        return time;
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
