using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Tests.Signals;

public class AutocorrelatedMeanTests
{
    [Theory]
    [InlineData(0, 20)]
    [InlineData(0, 200)]
    [InlineData(0.3, 40)]
    [InlineData(0.5, 60)]
    [InlineData(0.7, 120)]
    [InlineData(0.85, 300)]
    public void The_interval_holds_the_true_mean_in_about_95_of_100_walks_however_alike_the_strides_are(double correlation, int count)
    {
        var random = new Random(count);
        var (inside, known) = (0, 0);
        for (var trial = 0; trial < 4000; trial++)
        {
            var mean = Of(Autoregressive(random, 7, correlation, count));
            known += mean.HalfWidth is null ? 0 : 1;
            inside += Math.Abs(mean.Mean!.Value - 7) <= mean.HalfWidth ? 1 : 0;
        }

        Assert.InRange(known, 3600, 4000);
        Assert.InRange(100.0 * inside / known, 92.5, 97.5);
    }

    [Fact]
    public void Values_that_alternate_count_as_independent_ones_at_most()
    {
        var mean = Of(Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? 1.0 : -1.0));

        Assert.Equal(50, mean.EffectiveCount!.Value, 6);
    }

    [Fact]
    public void Few_values_have_a_mean_but_no_interval()
    {
        var mean = Of([1, 2, 4, 3]);

        Assert.Equal(2.5, mean.Mean!.Value, 9);
        Assert.Null(mean.HalfWidth);
        Assert.Null(new AutocorrelatedMean().Mean);
    }

    [Fact]
    public void A_lasting_change_in_the_middle_leaves_no_interval_to_be_trusted()
    {
        var random = new Random(1);
        var changed = Of([.. Autoregressive(random, 0, 0, 100), .. Autoregressive(random, 20, 0, 100)]);

        Assert.True(changed.HalfWidth is null or > 5);
    }

    [Fact]
    public void Values_that_never_differ_have_an_exact_mean()
        => Assert.Equal(0, Of(Enumerable.Repeat(1e6 + 0.1, 30)).HalfWidth!.Value, 9);

    [Fact]
    public void Where_the_values_lie_does_not_change_how_well_their_mean_is_known()
    {
        double[] values = [.. Autoregressive(new Random(3), 0, 0.5, 80)];

        Assert.Equal(Of(values).HalfWidth!.Value, Of(values.Select(v => v + 1e5)).HalfWidth!.Value, 6);
    }

    private static AutocorrelatedMean Of(IEnumerable<double> values)
    {
        var mean = new AutocorrelatedMean();
        foreach (var value in values)
            mean.Add(value);
        return mean;
    }

    private static List<double> Autoregressive(Random random, double mean, double correlation, int count)
    {
        var (values, last) = (new List<double>(), Normal() / Math.Sqrt(1 - (correlation * correlation)));
        for (var i = 0; i < count; i++, last = (correlation * last) + Normal())
            values.Add(mean + last);
        return values;

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
