using System.Diagnostics.Metrics;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Contracts.Status;

namespace PhysioEdge.Appliance.Health;

/// <summary>What is counted on the box, as metrics: the numbers of the health topic, asked for when somebody reads them. No patient is in a name or a label.</summary>
internal sealed class BoxMetrics : IHostedService, IDisposable
{
    /// <summary>The name by which an exporter finds them.</summary>
    public const string MeterName = "PhysioEdge";

    /// <summary>All of them are asked for in one breath.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private readonly Meter _meter = new(MeterName);
    private readonly Lock _gate = new();
    private readonly BoxReport _report;
    private readonly TimeProvider _time;
    private (BoxHealth Health, long? At) _newest;

    public BoxMetrics(BoxReport report, IReadOnlyList<CameraView> cameras, TimeProvider time)
    {
        (_report, _time) = (report, time);
        _newest = (report.Health(), null);
        foreach (var name in _newest.Health.Counters.Keys)
            _meter.CreateObservableCounter($"physioedge.{name}", () => Read().Counters[name]);
        _meter.CreateObservableGauge("physioedge.health", () => (int)Read().State, description: "0 good, 1 degraded, 2 failing");
        _meter.CreateObservableGauge("physioedge.events.pending", () => Read().Pending ?? -1, description: "Revisions that wait for their receipt; -1 if that cannot be read");
        _meter.CreateObservableGauge("physioedge.events.oldest_pending", () => Read().OldestPendingS ?? 0, "s");
        _meter.CreateObservableGauge("physioedge.data.free", () => Read().DataFreeBytes ?? -1, "By");
        _meter.CreateObservableGauge("physioedge.camera.rate", () => cameras.Select(view => new Measurement<double>(view.Sight.FramesPerSecond, new KeyValuePair<string, object?>("camera", view.Id))), "{picture}/s");
    }

    // It is there to be made.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private BoxHealth Read()
    {
        lock (_gate)
        {
            if (_newest.At is not { } at || _time.GetElapsedTime(at) > Fresh)
                _newest = (_report.Health(), _time.GetTimestamp());
            return _newest.Health;
        }
    }
}
