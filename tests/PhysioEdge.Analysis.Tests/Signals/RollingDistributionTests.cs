using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Tests.Signals;

public class RollingDistributionTests
{
    [Fact]
    public void It_is_the_distribution_of_the_latest_values_only()
    {
        var (random, rolling, all) = (new Random(1), new RollingDistribution(50), new List<double>());
        for (var i = 0; i < 300; i++)
        {
            all.Add(Math.Round(random.NextDouble(), 1));
            rolling.Add(all[^1]);
            Assert.Equal(all.TakeLast(50).Order(), rolling.Sorted.ToArray());
        }

        Assert.Equal(all.TakeLast(50).Count(v => v < 0.5), rolling.CountBelow(0.5));
        Assert.Equal(rolling.Sorted[^1], rolling.Quantile(1));
    }

    [Fact]
    public void Without_values_there_is_no_median() => Assert.Equal(double.NaN, new RollingDistribution(5).Median);
}
