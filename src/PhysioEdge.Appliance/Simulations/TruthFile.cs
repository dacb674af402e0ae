using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Appliance.Simulations;

/// <summary>Writes <c>truth.csv</c>: the columns of <c>angles.csv</c>, without a quality.</summary>
internal sealed class TruthFile(string path) : IDisposable
{
    private readonly CsvFile _file = new(path, ["time_s", .. AngleColumns.All.Select(c => c.Name)]);

    public void Add(TimeSpan time, in TrueAngles angles)
    {
        _file.Add(time.TotalSeconds, 6);
        foreach (var (angle, _) in AngleColumns.All)
            _file.Add(angles[angle], 3);
        _file.EndRow();
    }

    public void Dispose() => _file.Dispose();
}
