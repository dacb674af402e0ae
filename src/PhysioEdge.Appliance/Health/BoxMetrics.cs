using System.Diagnostics.Metrics;
using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Health;

/// <summary>What is counted on the box, as metrics: the numbers of the health topic, asked for when somebody reads them. No patient is in a name or a label.</summary>
internal sealed class BoxMetrics : IHostedService, IDisposable
{
    /// <summary>The name by which an exporter finds them.</summary>
    public const string MeterName = "PhysioEdge";

    private readonly Meter _meter = new(MeterName);

    public BoxMetrics(BoxReport report, IReadOnlyList<CameraView> cameras)
    {
        foreach (var name in report.Health().Counters.Keys)
            _meter.CreateObservableCounter($"physioedge.{name}", () => report.Health().Counters[name]);
        _meter.CreateObservableGauge("physioedge.health", () => (int)report.Health().State, description: "0 good, 1 degraded, 2 failing");
        _meter.CreateObservableGauge("physioedge.events.pending", () => report.Health().Pending ?? -1, description: "Revisions that wait for their receipt; -1 if that cannot be read");
        _meter.CreateObservableGauge("physioedge.events.oldest_pending", () => report.Health().OldestPendingS ?? 0, "s");
        _meter.CreateObservableGauge("physioedge.data.free", () => report.Health().DataFreeBytes ?? -1, "By");
        _meter.CreateObservableGauge("physioedge.camera.rate", () => cameras.Select(view => new Measurement<double>(view.Sight.FramesPerSecond, new KeyValuePair<string, object?>("camera", view.Id))), "{picture}/s");
    }

    // It is there to be made.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();
}
