using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>One patient with what the patient wears. For the one thread that takes in what devices notify.</summary>
internal sealed class Wearer
{
    private readonly Patient _patient;
    private readonly WearerPipeline _pipeline;
    private readonly WearerLive _live;
    private readonly WearerRows _rows;
    private readonly Dictionary<string, WornDevice> _devices;
    private readonly List<Flag> _flags = [];

    public Wearer(Patient patient, IReadOnlyList<DeviceConfiguration> devices, WearerPipeline pipeline, WearerLive live, WearerRows rows)
    {
        (_patient, _pipeline, _live, _rows) = (patient, pipeline, live, rows);
        _devices = devices.ToDictionary(d => d.Id, d => new WornDevice(d));
    }

    /// <summary>Takes in what a device notified.</summary>
    /// <returns>The events that came of it.</returns>
    public IReadOnlyList<FlaggedEvent> Process(in DeviceNotification notification)
    {
        _devices[notification.Device].Heard(notification.ArrivedAt);
        var found = _pipeline.Process(notification);
        foreach (var step in found.Steps)
            _patient.Book.Touch(step.KnownAt);
        _live.Show(found);
        _rows.Keep(found, _patient.Book);
        return Compose(found.Flags);
    }

    /// <summary>A second has gone by.</summary>
    /// <param name="now">The time on the box's time line.</param>
    /// <param name="links">The links of all devices.</param>
    /// <returns>The events that came of it.</returns>
    public IReadOnlyList<FlaggedEvent> Advance(TimeSpan now, IReadOnlyList<LinkStatus> links)
    {
        _flags.Clear();
        var inSession = _patient.Book.At(now) is not null;
        foreach (var link in links)
        {
            if (!_devices.TryGetValue(link.Device, out var device))
                continue;
            if (device.HasGone(link.State))
                Silence(device);
            if (device.Detector.Advance(now, device.LastHeard, inSession) is { } flag)
                _flags.Add(flag);
        }

        return Compose(_flags);
    }

    /// <summary>The service stops.</summary>
    public void Finish() => _rows.Finish();

    public IEnumerable<DeviceState> Read(IReadOnlyList<LinkStatus> links)
    {
        foreach (var link in links)
        {
            if (_devices.TryGetValue(link.Device, out var device))
                yield return DeviceState.Of(device.Configuration, link, _pipeline.CountsOf(link.Device));
        }
    }

    private void Silence(WornDevice device)
    {
        _flags.AddRange(_pipeline.Silence(device.Configuration.Id).Flags);
        _live.Silence(device.Configuration.Insole?.Side);
    }

    private FlaggedEvent[] Compose(List<Flag> flags)
        => flags.Count == 0 ? [] : [.. flags.Select(f => _patient.Composer.Compose(f, _patient.Book.Touch(f.RaisedAt)))];

    private sealed class WornDevice(DeviceConfiguration configuration)
    {
        private bool _isStreaming;

        public DeviceConfiguration Configuration => configuration;

        public SilentDeviceDetector Detector { get; } = new(configuration.Id, configuration.Insole?.Side ?? Side.Both);

        public TimeSpan? LastHeard { get; private set; }

        public void Heard(TimeSpan at) => LastHeard = at;

        /// <summary>Whether the link stood before and stands no more.</summary>
        public bool HasGone(LinkState state)
        {
            var before = _isStreaming;
            _isStreaming = state == LinkState.Streaming;
            return before && !_isStreaming;
        }
    }
}
