using PhysioEdge.TestKit.Series;

namespace PhysioEdge.Storage.Tests.Influx;

public sealed class VictoriaMetricsTests() : SeriesServerContract(new VictoriaMetrics(), VictoriaMetrics.Program);
