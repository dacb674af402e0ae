using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Sessions.Simulated;

/// <summary>
/// The simulated patient in front of a simulated camera, with simulated wearables on a bus of their own. Everything after the bus and the camera is the
/// real thing.
/// </summary>
internal sealed class SimulatedRoom : BackgroundService
{
    private const double UsualRateHz = 30;
    private const double LeastRateHz = 12;

    /// <summary>The patient does not wait for wearables that do not come.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly PhantomScene _scene = SimulatedPatient.Scene();
    private readonly TaskCompletionSource _linked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly SimulatedWearables? _wearables;
    private readonly FakeBluez? _bluez;

    public SimulatedRoom(BoxConfiguration box, TimeProvider time)
    {
        (_time, Clock) = (time, new SimulatedClock(time, box.Cameras.First(c => c.IsSimulated).Camera.ReplaySpeed));
        if (box.Devices.FirstOrDefault(d => d is { IsSimulated: true, Insole: not null })?.Insole is not { } fit)
        {
            _linked.SetResult();
            return;
        }

        _wearables = SimulatedWearables.For(_scene.Patient.Script, new WearableOptions { Insole = fit.Profile, InsoleSize = fit.Size, AtEnd = ScriptEnd.Rest });
        _bluez = new FakeBluez(_wearables.Devices, time);
    }

    public SimulatedClock Clock { get; }

    /// <summary>Gets the address of the bus that the wearables are on.</summary>
    public string BusAddress => _bluez!.Address;

    /// <summary>The address of a simulated device.</summary>
    public static string AddressOf(DeviceConfiguration device) => device.Insole?.Side switch
    {
        Side.Left => SimulatedWearables.LeftInsoleAddress,
        Side.Right => SimulatedWearables.RightInsoleAddress,
        _ => SimulatedWearables.WatchAddress,
    };

    /// <summary>The camera in the room.</summary>
    /// <param name="speed">How fast its pictures are taken; when it goes by fast they are fewer, so that the box has not much more to do.</param>
    public IFrameSource OpenCamera(double? speed)
        => new ClockedFrames(new PhantomCamera(_scene, Math.Clamp(UsualRateHz / (speed ?? double.PositiveInfinity), LeastRateHz, UsualRateHz)), this);

    /// <summary>All wearables of the patient are linked.</summary>
    public void Linked() => _linked.TrySetResult();

    public Task WaitForLinksAsync(CancellationToken cancellationToken)
        => Task.WhenAny(_linked.Task, Task.Delay(LongestWait, _time, cancellationToken));

    /// <summary>The patient has left; what is worn goes on.</summary>
    public void End() => _ended.TrySetResult();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_bluez is not null)
            await _bluez.DisposeAsync();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => _bluez is null ? Task.CompletedTask : Task.WhenAll(SendAsync(stoppingToken), GoOnAsync(stoppingToken));

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var notification in _wearables!.Notifications())
        {
            await Clock.WaitUntilAsync(notification.At, stoppingToken);
            _bluez!.Notify(notification.Address, notification.Characteristic, notification.Value);
        }
    }

    private async Task GoOnAsync(CancellationToken stoppingToken)
    {
        await _ended.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Step, _time);
        for (var at = Clock.Now; await timer.WaitForNextTickAsync(stoppingToken); at += Step)
            Clock.AdvanceTo(at);
    }
}
