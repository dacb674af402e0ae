using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Wearables.Feet;
using PhysioEdge.Simulation.Wearables.Heart;

namespace PhysioEdge.Simulation.Wearables;

/// <summary>
/// Two insoles and a watch on the figure of a script, and what is true of them. The same script and options give the same bytes.
/// </summary>
public sealed class SimulatedWearables
{
    /// <summary>The addresses of the devices: random static ones, as wearables have.</summary>
    public const string LeftInsoleAddress = "C0:5E:00:00:00:01";
    public const string RightInsoleAddress = "C0:5E:00:00:00:02";
    public const string WatchAddress = "C0:5E:00:00:00:03";

    private readonly MotionScript _script;
    private readonly WearableOptions _options;

    private SimulatedWearables(MotionScript script, WearableOptions options)
    {
        (_script, _options) = (script, options);
        Ground = new GroundReaction(script, options.MassKilograms);
        Heart = new HeartCourse(script, options.MassKilograms, options.Heart, options.Loop);
        Devices =
        [
            WearablePeripherals.Insole(LeftInsoleAddress, "Simulated insole L", options.Insole, 84),
            WearablePeripherals.Insole(RightInsoleAddress, "Simulated insole R", options.Insole, 81),
            WearablePeripherals.Watch(WatchAddress, "Simulated watch", 67),
        ];
    }

    /// <summary>Gets the insoles, left and right, and the watch, as Bluetooth devices.</summary>
    public IReadOnlyList<Peripheral> Devices { get; }

    /// <summary>Gets the true forces, in the script's time.</summary>
    public GroundReaction Ground { get; }

    /// <summary>Gets the true heart rate.</summary>
    public HeartCourse Heart { get; }

    public static SimulatedWearables For(MotionScript script, WearableOptions options) => new(script, options);

    /// <summary>What all devices send, in the order of time; without an end where the script begins again at its end.</summary>
    public IEnumerable<SimulatedNotification> Notifications()
    {
        var devices = new[] { Insole(Side.Left), Insole(Side.Right), Watch() }.Select(device => device.GetEnumerator()).ToList();
        devices.RemoveAll(device => !device.MoveNext());
        while (devices.Count > 0)
        {
            var next = devices.MinBy(device => device.Current.At)!;
            yield return next.Current;
            if (!next.MoveNext())
                devices.Remove(next);
        }
    }

    private IEnumerable<SimulatedNotification> Insole(Side side)
    {
        var address = side == Side.Left ? LeftInsoleAddress : RightInsoleAddress;
        foreach (var (at, value) in new InsoleSensor(_script, _options, side).Packets())
            yield return new SimulatedNotification(at, address, _options.Insole.Characteristic, value);
    }

    private IEnumerable<SimulatedNotification> Watch()
    {
        var sensor = new HeartSensor(Heart, _options.Heart, new ScriptTime(_script.Duration, _options.Loop), _options.Seed);
        foreach (var (at, value) in sensor.Measurements())
            yield return new SimulatedNotification(at, WatchAddress, WearablePeripherals.HeartRateMeasurement, value);
    }
}
