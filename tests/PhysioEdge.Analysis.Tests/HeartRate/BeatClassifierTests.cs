
namespace PhysioEdge.Analysis.Tests.HeartRate;

public class BeatClassifierTests
{
    [Fact]
    public void The_times_of_beats_add_up_to_the_sum_of_their_intervals()
    {
        double[] intervals = [.. Rhythm.Steady(90, seconds: 60)];

        var beats = Rhythm.Classify(intervals);

        Assert.Equal(intervals.Length, beats.Count);
        Assert.Equal(intervals.Sum() / 1000, beats[^1].At.TotalSeconds, 1e-3);
        Assert.DoesNotContain(beats, b => b.IsArtefact);
    }

    [Fact]
    public void A_premature_beat_and_its_pause_are_marked_and_the_beat_after_them_is_not()
    {
        var intervals = Enumerable.Repeat(700.0, 30).ToArray();
        (intervals[12], intervals[13]) = (430, 970);

        Assert.Equal([12, 13], MarkedIn(intervals));
    }

    [Fact]
    public void Every_third_beat_premature_leaves_the_normal_beats_unmarked()
    {
        double[] intervals = [.. Enumerable.Range(0, 60).Select(i => (i % 3) switch { 0 => 670.0, 1 => 430, _ => 910 })];

        Assert.Equal(Enumerable.Range(0, 60).Where(i => i % 3 != 0), MarkedIn(intervals));
    }

    [Fact]
    public void A_beat_the_device_missed_is_marked()
    {
        var intervals = Enumerable.Repeat(450.0, 30).ToArray();
        intervals[20] = 900;

        Assert.Equal([20], MarkedIn(intervals));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(65535)]
    [InlineData(double.NaN)]
    public void An_absurd_interval_is_marked_and_does_not_move_the_clock(double absurd)
    {
        double[] intervals = [.. Enumerable.Repeat(800.0, 10), absurd, .. Enumerable.Repeat(800.0, 10)];

        Assert.Equal([10], MarkedIn(intervals));
        Assert.Equal(16, Rhythm.Classify(intervals)[^1].At.TotalSeconds, 1e-6);
    }

    [Fact]
    public void Nothing_but_absurd_intervals_gives_nothing_but_artefacts()
        => Assert.All(Rhythm.Classify([0, 0, 5, 9000, 0, 0, 0, 1]), b => Assert.True(b.IsArtefact));

    [Fact]
    public void A_steady_rise_of_the_heart_rate_is_no_artefact()
        => Assert.Empty(MarkedIn([.. Rhythm.Of(t => 70 + (0.5 * t), seconds: 180)]));

    [Fact]
    public void A_recording_cut_short_tells_the_same_of_the_beats_before_the_last_five()
    {
        var random = new Random(3);
        double[] intervals = [.. Enumerable.Range(0, 200).Select(_ => 500 + (random.NextDouble() * 400))];
        var whole = Rhythm.Classify(intervals);

        for (var cut = 6; cut < 200; cut += 13)
            Assert.Equal(whole.Take(cut - 5), Rhythm.Classify(intervals[..cut]).Take(cut - 5));
    }

    [Fact]
    public void A_beat_is_known_five_beats_later()
    {
        var beats = Rhythm.Classify([.. Enumerable.Repeat(600.0, 20)]);

        Assert.Equal(3, (beats[4].KnownAt - beats[4].At).TotalSeconds, 1e-6);
    }

    private static IEnumerable<int> MarkedIn(double[] intervals) => Rhythm.Classify(intervals).Index().Where(b => b.Item.IsArtefact).Select(b => b.Index);
}
