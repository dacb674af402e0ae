using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Simulation.Wearables;

namespace PhysioEdge.Benchmarks.Bluetooth.Loads;

/// <summary>Many patients with a pair of insoles each, who all walk the same way but not in step.</summary>
internal sealed class InsoleCrowd(int pairs)
{
    /// <summary>An insole with two samples in a packet notifies so often.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly SimulatedWearables _worn = Walks.Worn(Walks.BackAndForth(), InsoleProfileFiles.ReadSimulated(), ScriptEnd.Again);

    public IEnumerable<Peripheral> Peripherals() =>
        Enumerable.Range(0, pairs).SelectMany(pair => _worn.Devices.Take(2).Select(d => d with { Address = AddressOf(d.Address, pair) }));

    /// <summary>What each patient wears.</summary>
    public static DeviceConfiguration[] DevicesOf(CarePlan plan, int pair)
    {
        var profile = InsoleProfileFiles.ReadSimulated();
        return [Insole(Side.Left, SimulatedWearables.LeftInsoleAddress), Insole(Side.Right, SimulatedWearables.RightInsoleAddress)];

        DeviceConfiguration Insole(Side side, string address) => new()
        {
            Id = $"{side}-{pair}",
            CarePlan = plan,
            Address = AddressOf(address, pair),
            Insole = new InsoleFit(side, profile, Walks.Size),
        };
    }

    /// <summary>What all send, in the order of time; the patients are spread over the interval between two packets.</summary>
    public IEnumerable<SimulatedNotification> Notifications()
    {
        var waiting = new PriorityQueue<SimulatedNotification, TimeSpan>();
        foreach (var notification in _worn.Notifications().Where(n => n.Address != SimulatedWearables.WatchAddress))
        {
            while (waiting.TryPeek(out _, out var at) && at <= notification.At)
                yield return waiting.Dequeue();
            for (var pair = 0; pair < pairs; pair++)
            {
                var later = notification.At + (Interval * pair / pairs);
                waiting.Enqueue(notification with { At = later, Address = AddressOf(notification.Address, pair) }, later);
            }
        }
    }

    private static string AddressOf(string address, int pair) => $"{address[..^5]}{pair:X2}{address[^3..]}";
}
