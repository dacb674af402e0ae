using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Tests.Sessions.Wearables;

/// <summary>What the wearables of the figure of a script say, as if they were linked all the time.</summary>
internal sealed class Worn
{
    private readonly SimulatedWearables _wearables;

    public Worn(MotionScript script, CarePlan plan)
    {
        var insole = InsoleProfileFiles.ReadSimulated();
        Devices =
        [
            new() { Id = "left", CarePlan = plan, Insole = new InsoleFit(Side.Left, insole, "42") },
            new() { Id = "right", CarePlan = plan, Insole = new InsoleFit(Side.Right, insole, "42") },
            new() { Id = "watch", CarePlan = plan },
        ];
        _wearables = SimulatedWearables.For(script, new WearableOptions { Insole = insole, InsoleSize = "42" });
        Pipeline = new WearerPipeline(plan, Devices);
    }

    public IReadOnlyList<DeviceConfiguration> Devices { get; }

    public WearerPipeline Pipeline { get; }

    public List<InsoleStep> Steps { get; } = [];

    public List<Flag> Flags { get; } = [];

    public List<LoadWarning> Warnings { get; } = [];

    public IEnumerable<DeviceNotification> Notifications() => _wearables.Notifications()
        .Select(n => new DeviceNotification(NameOf(n.Address), n.Characteristic, n.Value, n.At, 1));

    /// <summary>Sends everything but what is left out through the pipeline.</summary>
    public Worn Play(Func<DeviceNotification, bool>? without = null)
    {
        foreach (var notification in Notifications())
        {
            if (without?.Invoke(notification) != true)
                Keep(Pipeline.Process(notification));
        }

        return this;
    }

    private void Keep(WearerFindings found)
    {
        Steps.AddRange(found.Steps);
        Flags.AddRange(found.Flags);
        Warnings.AddRange(found.Warnings);
    }

    private static string NameOf(string address) => address switch
    {
        SimulatedWearables.LeftInsoleAddress => "left",
        SimulatedWearables.RightInsoleAddress => "right",
        _ => "watch",
    };
}
