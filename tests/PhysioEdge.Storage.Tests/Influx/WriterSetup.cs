using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Storage.Influx;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Tests.Measurements;
using PhysioEdge.TestKit;

namespace PhysioEdge.Storage.Tests.Influx;

/// <summary>A store, and a writer that copies it to somewhere.</summary>
internal sealed class WriterSetup : IDisposable
{
    private readonly InfluxOptions _options;

    public WriterSetup(Uri url, Func<InfluxOptions, InfluxOptions>? change = null)
    {
        var options = new InfluxOptions { Url = url, Database = "physio", Site = "clinic-01", Edge = "edge-0001", BatchRows = 50 };
        _options = change?.Invoke(options) ?? options;
        Store = MeasurementStore.Open(Folder.Path);
        Writer = NewWriter();
    }

    public TempFolder Folder { get; } = new();

    public FakeTimeProvider Time { get; } = new(Rows.Noon.AddHours(1));

    public MeasurementStore Store { get; }

    public InfluxWriter Writer { get; private set; }

    /// <summary>The service is started anew.</summary>
    public void Restart()
    {
        Writer.Dispose();
        Writer = NewWriter();
    }

    public void AddRepetitions(int first, int count) =>
        Store.Write([.. Enumerable.Range(first, count).Select(n => Rows.Repetition("s-1", n))]);

    public void Dispose()
    {
        Writer.Dispose();
        Store.Dispose();
        Folder.Dispose();
    }

    private InfluxWriter NewWriter() => new(Store, _options, Time, NullLogger<InfluxWriter>.Instance);
}
