using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Links;
using PhysioEdge.TestKit;

namespace PhysioEdge.Analysis.Tests.Samples;

public class SampleTimelineTests
{
    /// <summary>Until a device's packets have come for so long, its time is not promised.</summary>
    private const double SettlingSeconds = 20;

    private const double ToleranceSeconds = 0.01;

    /// <summary>What a device drifts by while it is away for ten minutes, as well as its crystal is known after one and a half.</summary>
    private const double DriftAwaySeconds = 0.02;

    [Theory]
    [InlineData(0.0075)]
    [InlineData(0.015)]
    public void Two_feet_and_a_watch_line_up_after_twenty_seconds_whatever_crystals_and_radio_do(double connectionInterval)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var errors = ErrorsOfThree(seed, connectionInterval, SettlingSeconds);

            Assert.All(errors, e => Assert.InRange(e, -ToleranceSeconds, ToleranceSeconds));
            Assert.InRange(errors.Max() - errors.Min(), 0, ToleranceSeconds);
        }
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.05)]
    public void Where_packets_and_connection_events_keep_step_it_takes_minutes_until_they_do(double connectionInterval)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            Assert.All(ErrorsOfThree(seed, connectionInterval, SettlingSeconds), e => Assert.InRange(e, -0.003, 0.011));
            Assert.All(ErrorsOfThree(seed, connectionInterval, 300), e => Assert.InRange(e, -0.003, 0.003));
        }
    }

    [Theory]
    [InlineData(2, null, 0)]
    [InlineData(2, 0L, 1)]
    [InlineData(400, null, 0)]
    [InlineData(700, null, 0)]
    [InlineData(700, 0L, 1)]
    [InlineData(1400, 5L, 1)]
    public void After_a_reconnect_the_time_is_right_whether_the_device_counted_on_or_began_anew(double away, long? firstCount, int restarts)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var link = new RadioLink(seed) { DriftPartsPerMillion = 80, StartsAt = 5, ConnectionIntervalSeconds = 0.015 };
            var timeline = new SampleTimeline(link.RateHz);
            Follow(timeline, link.Packets(5, 100));
            if (firstCount is { } first)
                link.Restart(100 + away, first);
            timeline.BeginEpoch();

            var after = Follow(timeline, link.Packets(100 + away, 300 + away));

            Assert.Equal(restarts, timeline.Restarts);
            Assert.All(Settled(after, 100 + away), e => Assert.InRange(e, -ToleranceSeconds, ToleranceSeconds));
            if (restarts == 0)
                Assert.All(after, a => Assert.InRange(a.Error, -DriftAwaySeconds, DriftAwaySeconds));
        }
    }

    [Fact]
    public void A_restart_that_the_wrap_of_the_counter_hides_is_found_out()
    {
        // Where it was at 100 s, the count is some 9500; it begins anew at 10 500, ten seconds' worth ahead, after one second.
        var link = new RadioLink(4) { StartsAt = 5, ConnectionIntervalSeconds = 0.015 };
        var timeline = new SampleTimeline(link.RateHz);
        Follow(timeline, link.Packets(5, 100));
        link.Restart(101, 10_500);
        timeline.BeginEpoch();

        var after = Follow(timeline, link.Packets(101, 200));

        Assert.Equal(1, timeline.Restarts);
        Assert.All(Settled(after, 101), e => Assert.InRange(e, -ToleranceSeconds, ToleranceSeconds));
    }

    [Fact]
    public void Ticks_and_times_never_go_back_over_many_connections()
    {
        var (link, random) = (new RadioLink(11) { DriftPartsPerMillion = -90 }, new Random(11));
        var timeline = new SampleTimeline(link.RateHz);
        var order = new ReorderBuffer<long>(20);
        var (times, at) = (new List<TimeSpan>(), 0.0);
        for (var connection = 0; connection < 40; connection++)
        {
            timeline.BeginEpoch();
            if (random.Next(2) == 0)
                link.Restart(at, random.Next(65536));
            foreach (var packet in link.Packets(at, at + 15))
            {
                var tick = timeline.Arrived(packet.Count, TimeSpan.FromSeconds(packet.ArrivedAt));
                order.Add(tick, tick);
                while (order.TryTake(out var next))
                    times.Add(timeline.TimeOf(next));
            }

            at += 15 + (100 * random.NextDouble());
        }

        Assert.True(times.Count > 0.9 * 40 * 15 * 50);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Fact]
    public void A_link_cut_short_gives_the_same_times_before_the_cut()
    {
        var packets = new RadioLink(3) { DriftPartsPerMillion = 50 }.Packets(0, 120);
        var whole = Follow(new SampleTimeline(100), packets);

        Assert.Equal(whole[..2500], Follow(new SampleTimeline(100), [.. packets.Take(2500)]));
    }

    [Fact]
    public void Nothing_is_allocated_per_sample()
    {
        var (timeline, packet) = (new SampleTimeline(100), 0L);

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (var i = 0; i < 20_000; i++)
                timeline.TimeOf(timeline.Arrived(++packet & 0xFFFF, TimeSpan.FromSeconds(packet / 100.0)));
        }));
    }

    private static double[] ErrorsOfThree(int seed, double connectionInterval, double settlingSeconds)
    {
        RadioLink[] links =
        [
            new(seed) { DriftPartsPerMillion = 100, StartsAt = 3.7, ConnectionIntervalSeconds = connectionInterval },
            new(seed + 100) { DriftPartsPerMillion = -100, StartsAt = 1.2, ConnectionIntervalSeconds = connectionInterval },
            new(seed + 200) { DriftPartsPerMillion = 60, StartsAt = 0.4, RateHz = 52, ConnectionIntervalSeconds = connectionInterval },
        ];
        return [.. links.SelectMany(link => Settled(Follow(new SampleTimeline(link.RateHz), link.Packets(link.StartsAt, 600)), link.StartsAt, settlingSeconds))];
    }

    private static (double TakenAt, double Error)[] Follow(SampleTimeline timeline, IReadOnlyList<RadioPacket> packets)
        => [.. packets.Select(packet =>
        {
            var tick = timeline.Arrived(packet.Count, TimeSpan.FromSeconds(packet.ArrivedAt));
            return (packet.TakenAt, timeline.TimeOf(tick).TotalSeconds - packet.TakenAt - RadioLink.LeastDelaySeconds);
        })];

    private static double[] Settled((double TakenAt, double Error)[] samples, double from, double settlingSeconds = SettlingSeconds)
        => [.. samples.Where(s => s.TakenAt > from + settlingSeconds).Select(s => s.Error)];
}
