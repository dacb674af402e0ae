using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Tests.Signals;

public class MinuteSummariserTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly MinuteSummariser _summariser = new();
    private readonly List<MinuteSummary> _closed = [];

    [Fact]
    public void A_minute_is_known_by_number_mean_least_and_most()
    {
        Add(5, 70);
        Add(30, 80);
        Add(59.9, 120);
        _summariser.Finish(_closed);

        Assert.Equal([new MinuteSummary(Noon, 3, 90, 70, 120)], _closed);
    }

    [Fact]
    public void A_minute_is_closed_when_nothing_can_come_late_for_it_any_more()
    {
        Add(59, 70);
        Add(60, 80);
        Add(91.9, 80);
        Assert.Empty(_closed);

        Add(92, 80);

        Assert.Equal([new MinuteSummary(Noon, 1, 70, 70, 70)], _closed);
    }

    [Fact]
    public void What_comes_late_is_in_its_minute_and_what_comes_too_late_in_none()
    {
        Add(61, 80);
        Add(58, 70);
        Add(95, 80);
        Add(59, 100);
        _summariser.Finish(_closed);

        Assert.Equal([new MinuteSummary(Noon, 1, 70, 70, 70), new MinuteSummary(Noon.AddMinutes(1), 2, 80, 80, 80)], _closed);
        Assert.Equal(1, _summariser.TooLate);
    }

    [Fact]
    public void Minutes_without_a_value_are_not_there()
    {
        Add(0, 70);
        Add(600, 71);
        Add(610, double.NaN);
        Add(900, double.PositiveInfinity);
        _summariser.Finish(_closed);

        Assert.Equal([0d, 10d], _closed.Select(c => (c.Minute - Noon).TotalMinutes));
        Assert.All(_closed, c => Assert.Equal(1, c.Count));
    }

    [Fact]
    public void After_the_clock_was_set_back_it_begins_anew()
    {
        Add(3600, 70);
        _summariser.Finish(_closed);
        Add(0, 80);
        _summariser.Finish(_closed);

        Assert.Equal([60d, 0d], _closed.Select(c => (c.Minute - Noon).TotalMinutes));
        Assert.Equal(0, _summariser.TooLate);
    }

    [Fact]
    public void Each_value_is_in_one_minute_and_cutting_the_series_short_changes_no_minute_that_was_closed_before()
    {
        var random = new Random(5);
        var series = Enumerable.Range(0, 3000).Select(i => (At: Noon.AddSeconds(i - (random.NextDouble() < 0.1 ? 25 * random.NextDouble() : 0)), Value: random.NextDouble())).ToArray();
        foreach (var (at, value) in series)
            _summariser.Add(at, value, _closed);
        var closedByThen = _closed.ToArray();
        _summariser.Finish(_closed);
        Assert.Equal(series.Length, _closed.Sum(c => c.Count));
        Assert.Equal(series.Average(s => s.Value), _closed.Sum(c => c.Count * c.Mean) / series.Length, 12);
        Assert.Equal(_closed.OrderBy(c => c.Minute).DistinctBy(c => c.Minute), _closed);

        foreach (var length in (int[])[1, 59, 95, 700, 1501])
        {
            var cut = new MinuteSummariser();
            var closed = new List<MinuteSummary>();
            foreach (var (at, value) in series.Take(length))
                cut.Add(at, value, closed);
            Assert.Equal(closedByThen[..closed.Count], closed);
        }
    }

    private void Add(double seconds, double value) => _summariser.Add(Noon.AddSeconds(seconds), value, _closed);
}
