using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Sessions.Simulated;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Benchmarks.Bluetooth.Steps;

/// <summary>A script filmed and worn at the same time, as in the default run: the pictures move the clock on, and the insoles go over the fake's bus.</summary>
internal sealed class WalkInStep : IAsyncDisposable
{
    public const double PicturesPerSecond = 30;

    private static readonly TimeSpan Picture = TimeSpan.FromSeconds(1 / PicturesPerSecond);

    /// <summary>A step is known 0.2 s after the foot has left the floor.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(3);

    private readonly MotionScript _script;
    private readonly TimeProvider _time;
    private readonly SimulatedClock _clock;
    private readonly SimulatedWearables _worn;
    private readonly FakeBluez _bluez;
    private readonly BluetoothCentral _central;
    private readonly WearerPipeline _pipeline;
    private readonly List<InsoleStep> _steps = [];

    private WalkInStep(MotionScript script, TimeProvider time)
    {
        (_script, _time, _clock) = (script, time, new SimulatedClock(time));
        var profile = InsoleProfileFiles.ReadSimulated();
        _worn = Walks.Worn(script, profile, ScriptEnd.Rest);
        _bluez = new FakeBluez(_worn.Devices, time);
        var plan = new CarePlan { Patient = "pt-walk", Version = 1, Exercises = [] };
        DeviceConfiguration[] devices = [Worn(Side.Left, SimulatedWearables.LeftInsoleAddress), Worn(Side.Right, SimulatedWearables.RightInsoleAddress)];
        _pipeline = new WearerPipeline(plan, devices);
        _central = new BluetoothCentral(
            devices.Select(d => new BluetoothDevice { Id = d.Id, Address = d.Address, Characteristics = [profile.Characteristic] }),
            new() { BusAddress = _bluez.Address },
            _clock,
            NullLogger<BluetoothCentral>.Instance);

        DeviceConfiguration Worn(Side side, string address) =>
            new() { Id = side.ToString(), CarePlan = plan, Address = address, Insole = new InsoleFit(side, profile, Walks.Size) };
    }

    /// <summary>What the insoles told, in the time of the pictures.</summary>
    public static async Task<IReadOnlyList<InsoleStep>> FollowAsync(MotionScript script, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var walk = new WalkInStep(script, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var parts = Task.WhenAll(walk._central.RunAsync(over.Token), walk.ListenAsync(), walk.SendAsync(over.Token));
        await walk.FilmAsync(cancellationToken);
        await over.CancelAsync();
        await parts.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return walk._steps;
    }

    public async ValueTask DisposeAsync()
    {
        await _central.DisposeAsync();
        await _bluez.DisposeAsync();
    }

    private async Task FilmAsync(CancellationToken cancellationToken)
    {
        while (_central.Links.Any(l => l.State != LinkState.Streaming))
            await Task.Delay(Picture, _time, cancellationToken);
        using var shutter = new PeriodicTimer(Picture, _time);
        for (var picture = 0; _clock.Now < _script.Duration + Afterwards; picture++)
        {
            _clock.AdvanceTo(TimeSpan.FromSeconds(picture / PicturesPerSecond));
            await shutter.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var notification in _worn.Notifications())
        {
            await _clock.WaitUntilAsync(notification.At, cancellationToken);
            _bluez.Notify(notification.Address, notification.Characteristic, notification.Value);
        }
    }

    private async Task ListenAsync()
    {
        await foreach (var notification in _central.Notifications.ReadAllAsync())
            _steps.AddRange(_pipeline.Process(notification).Steps);
    }
}
