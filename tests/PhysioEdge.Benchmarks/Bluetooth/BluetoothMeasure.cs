using PhysioEdge.Benchmarks.Bluetooth.Loads;
using PhysioEdge.Benchmarks.Bluetooth.Steps;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>Something that is measured, by the name under which it can be asked for alone.</summary>
internal sealed record BluetoothMeasure(string Name, Func<BluetoothBench, CancellationToken, Task<Findings>> RunAsync)
{
    public static IReadOnlyList<BluetoothMeasure> All { get; } =
    [
        new("load", Load.MeasureAsync),
        new("flaps", Flaps.MeasureAsync),
        new("kills", Kills.MeasureAsync),
        new("alignment", Alignment.MeasureAsync),
        new("endurance", Endurance.MeasureAsync),
    ];
}
