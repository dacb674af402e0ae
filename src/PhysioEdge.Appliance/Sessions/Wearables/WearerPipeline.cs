using System.Numerics;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.InsoleProfiles;
using PhysioEdge.Wearables.Streams;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>
/// From what the wearables of one patient notify to steps, heartbeats and flags, in the order of time. The simulated patient and devices on
/// the air go through it alike: nothing in it knows the time but by the samples.
/// </summary>
internal sealed class WearerPipeline
{
    /// <summary>After so long without a sample an insole counts as silent; until then the other foot waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, InsoleSource> _insoles = [];
    private readonly Dictionary<string, HeartReader> _hearts = [];
    private readonly SampleAligner<(Side Side, InsoleFrame Frame)> _feet = new(2, Patience);
    private readonly IReadOnlyList<AsymmetryLimitDetector> _asymmetry;
    private readonly List<InsoleFrame> _frames = [];
    private readonly List<HeartFrame> _beats = [];

    /// <param name="plan">What is prescribed.</param>
    /// <param name="devices">What that patient wears.</param>
    public WearerPipeline(CarePlan plan, IReadOnlyList<DeviceConfiguration> devices)
    {
        foreach (var device in devices)
        {
            if (device.Insole is { } fit)
                _insoles.Add(device.Id, new InsoleSource(fit.Side, new InsoleReader(fit.Profile, fit.Size)));
            else
                _hearts.Add(device.Id, new HeartReader());
        }

        var inNewtons = devices.Any(d => d.Insole is { Profile.IsPressureInNewtons: true });
        Walk = new InsoleWalk(inNewtons ? ContactCriterion.ForceCells : ContactCriterion.PressureCells, WearableLimits.WeightBearingOf(plan));
        Heart = HeartTracker.For(plan.HeartRate);
        _asymmetry = WearableLimits.AsymmetryOf(plan);
    }

    public InsoleWalk Walk { get; }

    public HeartTracker Heart { get; }

    /// <summary>Gets what the last notification brought; it holds until the next.</summary>
    public WearerFindings Found { get; } = new();

    /// <summary>What a device's values were: decoded, refused by reason, lost.</summary>
    public DeviceCounts CountsOf(string device) => _insoles.TryGetValue(device, out var insole)
        ? new DeviceCounts(insole.Reader.Packets, insole.Reader.Lost, insole.Reader.Repeated)
        : new DeviceCounts(_hearts[device].Packets, 0, 0);

    /// <summary>Takes in what a device of this patient notified.</summary>
    public WearerFindings Process(in DeviceNotification notification)
    {
        Found.Clear();
        if (_insoles.TryGetValue(notification.Device, out var insole))
            AddInsole(insole, notification);
        else if (_hearts.TryGetValue(notification.Device, out var heart))
            AddHeart(heart, notification);
        return Found;
    }

    /// <summary>The link to a device is gone: nothing is waited for.</summary>
    public WearerFindings Silence(string device)
    {
        Found.Clear();
        if (_insoles.TryGetValue(device, out var insole))
            _feet.Silence((int)insole.Side);
        else
            Heart.Flush(Found.Flags);
        Drain();
        return Found;
    }

    private void AddInsole(InsoleSource insole, in DeviceNotification notification)
    {
        _frames.Clear();
        insole.Reader.Add(notification.Value.Span, notification.ArrivedAt, notification.Epoch, _frames);
        foreach (var frame in _frames)
            _feet.Add((int)insole.Side, frame.CapturedAt, (insole.Side, frame));
        Drain();
    }

    private void AddHeart(HeartReader heart, in DeviceNotification notification)
    {
        _beats.Clear();
        heart.Add(notification.Value.Span, notification.ArrivedAt, notification.Epoch, _beats);
        foreach (var beat in _beats)
            Heart.Add(beat, Found.Flags);
        Found.Beats.AddRange(_beats);
    }

    private void Drain()
    {
        while (_feet.TryTake(out var sample))
        {
            Found.Frames.Add(sample);
            Keep(Walk.Add(sample.Side, sample.Frame.CapturedAt, sample.Frame.Load, MotionOf(sample.Frame.Sample)));
        }
    }

    private void Keep(InsoleFindings found)
    {
        Found.Steps.AddRange(found.Steps);
        Found.Loads.AddRange(found.Loads);
        Found.Warnings.AddRange(found.Warnings);
        Found.Flags.AddRange(found.Flags);
        foreach (var stride in found.SteadyStrides)
        {
            foreach (var detector in _asymmetry)
            {
                if (detector.Add(stride) is { } flag)
                    Found.Flags.Add(flag);
            }
        }
    }

    private static FootMotion? MotionOf(in InsoleSample sample) => sample.Acceleration is { } acceleration && sample.AngularRate is { } rate
        ? new FootMotion(VectorOf(acceleration), VectorOf(rate) * (MathF.PI / 180))
        : null;

    private static Vector3 VectorOf(in Axes axes) => new((float)axes.X, (float)axes.Y, (float)axes.Z);

    private sealed record InsoleSource(Side Side, InsoleReader Reader);
}
