using PhysioEdge.Analysis.Anomalies;

namespace PhysioEdge.Analysis.Tests.Anomalies;

public class SeriesAnomalyDetectorTests
{
    [Fact]
    public void A_value_far_out_of_line_is_an_anomaly_whatever_the_unit()
    {
        foreach (var unit in (double[])[1e-3, 1, 1e6])
        {
            double[] series = [.. Noise(800).Select((v, i) => unit * (i == 600 ? v + 12 : v))];

            Assert.Equal(600, Array.FindIndex(Scores(series), 300, s => s >= SeriesAnomalyDetector.Threshold));
        }
    }

    [Fact]
    public void A_level_that_moves_by_no_more_than_the_noise_is_an_anomaly_before_long()
    {
        double[] series = [.. Noise(3000).Select((v, i) => i >= 2000 ? v + 2.5 : v)];

        Assert.Contains(Scores(series)[2000..2060], s => s >= SeriesAnomalyDetector.Threshold);
    }

    [Fact]
    public void An_anomaly_is_told_once()
    {
        double[] series = [.. Noise(800).Select((v, i) => i is >= 600 and < 620 ? v + 12 : v)];

        Assert.Single(Scores(series)[600..690], s => s >= SeriesAnomalyDetector.Threshold);
    }

    [Fact]
    public void Noise_alone_is_seldom_an_anomaly()
        => Assert.InRange(Scores([.. Noise(20_000)]).Count(s => s >= SeriesAnomalyDetector.Threshold), 0, 40);

    [Fact]
    public void A_series_that_never_changes_has_no_anomaly_until_it_does()
    {
        var scores = Scores([.. Enumerable.Repeat(5.0, 500), 5.1]);

        Assert.All(scores[..500], s => Assert.InRange(s, 0, 0.499));
        Assert.Equal(1, scores[500]);
    }

    [Fact]
    public void Missing_values_are_passed_over()
        => Assert.All(Scores([double.NaN, 1, double.NaN, 2]), s => Assert.InRange(s, 0, 0.1));

    [Fact]
    public void Later_values_do_not_change_earlier_scores()
    {
        double[] series = [.. Noise(1000).Select((v, i) => i == 700 ? v + 12 : v)];

        Assert.Equal(Scores(series)[..800], Scores(series[..800]));
    }

    private static double[] Scores(double[] series)
    {
        var detector = new SeriesAnomalyDetector();
        return [.. series.Select(detector.Score)];
    }

    private static IEnumerable<double> Noise(int count)
    {
        var random = new Random(7);
        return Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }
}
