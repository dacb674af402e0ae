using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Tests.Signals;

public class ZeroLagLowPassTests
{
    private const double Rate = 60;

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void A_slow_movement_passes_unchanged_and_without_delay(double hz)
    {
        var (times, values) = Sine(hz);

        var filtered = ZeroLagLowPass.Filter(times, values, cutoffHz: 6);

        for (var i = 30; i < values.Length - 30; i++)
            Assert.Equal(values[i], filtered[i], 0.02);
    }

    [Fact]
    public void At_the_cutoff_the_amplitude_falls_to_seven_tenths()
    {
        var (times, values) = Sine(hz: 6);

        var filtered = ZeroLagLowPass.Filter(times, values, cutoffHz: 6);

        var rootMeanSquare = Math.Sqrt(filtered[60..^60].Average(v => v * v));
        Assert.Equal(Math.Sqrt(0.5), rootMeanSquare * Math.Sqrt(2), 0.01);
    }

    [Fact]
    public void Unknown_samples_stay_unknown_and_do_not_spread()
    {
        var (times, values) = Sine(hz: 1);
        values[100] = values[101] = double.NaN;

        var filtered = ZeroLagLowPass.Filter(times, values, cutoffHz: 6);

        Assert.Equal([100, 101], Enumerable.Range(0, values.Length).Where(i => double.IsNaN(filtered[i])));
        Assert.Equal(values[50], filtered[50], 0.02);
    }

    [Fact]
    public void Uneven_sampling_gives_the_same_curve_as_even_sampling()
    {
        double[] times = [.. Enumerable.Range(0, 300).Where(i => i % 7 != 3).Select(i => i / Rate)];
        double[] values = [.. times.Select(t => 40 * Math.Sin(2 * Math.PI * t))];

        var filtered = ZeroLagLowPass.Filter(times, values, cutoffHz: 6);

        for (var i = 30; i < values.Length - 30; i++)
            Assert.Equal(values[i], filtered[i], 0.6);
    }

    [Fact]
    public void A_cutoff_above_half_the_rate_leaves_the_signal_as_it_is()
    {
        var (times, values) = Sine(hz: 5);

        Assert.Equal(values, ZeroLagLowPass.Filter(times, values, cutoffHz: 40));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_recording_of_a_few_frames_comes_back_as_it_is(int count)
    {
        double[] times = [.. Enumerable.Range(0, count).Select(i => i / Rate)];
        double[] values = [.. Enumerable.Range(0, count).Select(i => (double)i * i)];

        Assert.Equal(values, ZeroLagLowPass.Filter(times, values, cutoffHz: 6));
    }

    private static (double[] Times, double[] Values) Sine(double hz)
    {
        double[] times = [.. Enumerable.Range(0, 600).Select(i => i / Rate)];
        return (times, [.. times.Select(t => Math.Sin(2 * Math.PI * hz * t))]);
    }
}
