using PhysioEdge.Analysis.Samples;
using PhysioEdge.TestKit;

namespace PhysioEdge.Analysis.Tests.Samples;

public class SampleClockTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_feet_and_a_watch_line_up_whatever_their_clocks_and_delays(int seed)
    {
        Device[] devices = [new(100, 100e-6, 3.7, seed), new(100, -100e-6, 81.2, seed + 10), new(52, 60e-6, 0.4, seed + 20)];

        var errors = devices.Select(d => d.Errors(0, d.StartsAt + 300).Where(e => e.True > d.StartsAt + 40).Select(e => e.Error).ToList()).ToList();

        Assert.All(errors, e => Assert.InRange(e.Max() - e.Min(), 0, 0.01));
        Assert.True(errors.Max(e => e.Max()) - errors.Min(e => e.Min()) < 0.01);
    }

    [Fact]
    public void Times_never_go_back()
    {
        var device = new Device(100, 50e-6, 5, 9);

        var times = device.Errors(0, 60).Select(e => e.True + e.Error).ToList();

        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Fact]
    public void A_device_that_starts_again_is_placed_anew()
    {
        var device = new Device(100, 80e-6, 5, 3);
        Assert.NotEmpty(device.Errors(0, 60).ToList());
        device.Restart();

        var after = device.Errors(75, 160).Where(e => e.True > 110).Select(e => Math.Abs(e.Error)).ToList();

        Assert.Equal(1, device.Clock.Restarts);
        Assert.InRange(after.Max(), 0, 0.02);
    }

    [Fact]
    public void The_drift_is_known_after_some_minutes()
    {
        var device = new Device(100, -70e-6, 5, 21);

        Assert.NotEmpty(device.Errors(0, 300).ToList());

        Assert.Equal(-70, device.Clock.DriftPartsPerMillion, 20.0);
    }

    [Fact]
    public void Nothing_is_allocated_per_sample()
    {
        var clock = new SampleClock(100);
        clock.Arrived(0, TimeSpan.Zero);
        var tick = 0L;

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (var i = 0; i < 20000; i++)
            {
                clock.Arrived(++tick, TimeSpan.FromSeconds(tick / 100.0));
                clock.TimeOf(tick);
            }
        }));
    }

    /// <summary>A device whose packets take 2 to 30 ms, and once in a while come in bursts of up to half a second.</summary>
    private sealed class Device(double rateHz, double drift, double offset, int seed)
    {
        private readonly Random _random = new(seed);
        private double _restartedBy;
        private double _queueUntil;

        public SampleClock Clock { get; } = new(rateHz);

        public double StartsAt { get; } = offset;

        public void Restart() => _restartedBy = 75 - StartsAt;

        public IEnumerable<(double True, double Error)> Errors(double from, double to)
        {
            for (var tick = 0L; ; tick++)
            {
                var taken = StartsAt + _restartedBy + (tick / (rateHz * (1 + drift)));
                if (taken > to)
                    yield break;
                if (taken < from)
                    continue;
                if (_random.NextDouble() < 0.002)
                    _queueUntil = taken + (0.5 * _random.NextDouble());
                var arrival = Math.Max(taken + 0.002 + (0.028 * _random.NextDouble()), _queueUntil);
                _queueUntil = arrival;
                Clock.Arrived(tick, TimeSpan.FromSeconds(arrival));
                yield return (taken, Clock.TimeOf(tick).TotalSeconds - taken);
            }
        }
    }
}
