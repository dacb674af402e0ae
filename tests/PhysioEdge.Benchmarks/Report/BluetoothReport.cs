using System.Globalization;
using PhysioEdge.Benchmarks.Bluetooth;

namespace PhysioEdge.Benchmarks.Report;

/// <summary>The file docs/bluetooth.md.</summary>
internal static class BluetoothReport
{
    public static string Of(IReadOnlyList<Findings> findings)
        => Markdown.Of(AimsOf(findings)) + string.Concat(findings.SelectMany(f => f.Sections).Select(Markdown.Of));

    public static string Head(BluetoothBench bench, IReadOnlyList<double> loads) => $"""
        # Bluetooth

        Measured {bench.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; generated, not edited. Again:

            dotnet run -c Release --project tests/PhysioEdge.Benchmarks -- --bluetooth --mock FOLDER

        FOLDER holds somebody else's mock of org.bluez, `bluez5_gatt.py`, a template for python3-dbusmock; without it there is only the
        product's own fake, which is the bus itself. Both behave as BlueZ 5.66 does; no radio was used.

        | | |
        |---|---|
        | Processor | {Machine.Processor}, {Environment.ProcessorCount} cores |
        | System | {Machine.System} |
        | .NET | {Environment.Version} |
        | Load average | {string.Create(CultureInfo.InvariantCulture, $"{loads.Min():F1} to {loads.Max():F1}")}: above the {Environment.ProcessorCount} cores, other work ran beside it |

        """;

    private static Section AimsOf(IReadOnlyList<Findings> findings)
    {
        var section = new Section("Aims", "What must be shown, and what was found; the tables below say how.", "Aim", "Found", "Met");
        foreach (var aim in findings.SelectMany(f => f.Aims))
            section.Add(aim.What, aim.Found, aim.IsMet ? "yes" : "no");
        return section;
    }
}
