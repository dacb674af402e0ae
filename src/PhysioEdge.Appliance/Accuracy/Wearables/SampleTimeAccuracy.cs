using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Links;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>
/// Two feet and a watch over simulated radios, with crystals that drift by up to 100 ppm: when their samples were taken, against when they were truly
/// taken and what every packet takes at least.
/// </summary>
internal static class SampleTimeAccuracy
{
    private const int Trials = 20;
    private const int FirstSeconds = 20;
    private const int LaterSeconds = 300;
    private const double LengthSeconds = 900;
    private const double LastStartSeconds = 3.7;

    private const double AimMilliseconds = 10;

    /// <summary>
    /// What devices with these rates are to use, what is a little slow, and a multiple of the packets' own period: there all packets wait alike, unseen,
    /// and how long cannot be known.
    /// </summary>
    private static readonly (double Seconds, bool Soon, bool Later)[] ConnectionIntervals =
        [(0.0075, true, true), (0.015, true, true), (0.03, false, true), (0.05, false, true), (0.04, false, false)];

    public static IEnumerable<Score> Measure() => ConnectionIntervals.SelectMany(i => Measure(i.Seconds, i.Soon ? AimMilliseconds : null, i.Later ? AimMilliseconds : null));

    private static IEnumerable<Score> Measure(double connectionInterval, double? soon, double? later)
    {
        var recording = $"simulated radio, {1000 * connectionInterval:0.#} ms";
        var trials = Enumerable.Range(1, Trials).Select(seed => new Trial(Links(seed, connectionInterval))).ToList();
        yield return Error(recording, trials, FirstSeconds) with { AtMost = soon };
        yield return Alignment(recording, trials, FirstSeconds) with { AtMost = soon };
        yield return Error(recording, trials, LaterSeconds) with { AtMost = later };
        yield return Alignment(recording, trials, LaterSeconds) with { AtMost = later };
    }

    private static Score Error(string recording, List<Trial> trials, int from)
        => new(recording, $"sample time after {from} s, largest error", 1000 * trials.Max(t => t.LargestError(from)), "ms", 1);

    private static Score Alignment(string recording, List<Trial> trials, int from)
        => new(recording, $"two feet and a watch line up after {from} s, worst", 1000 * trials.Max(t => t.WorstAlignment(from)), "ms", 1);

    private static RadioLink[] Links(int seed, double interval) =>
    [
        new(seed) { DriftPartsPerMillion = 100, StartsAt = LastStartSeconds, ConnectionIntervalSeconds = interval },
        new(seed + Trials) { DriftPartsPerMillion = -100, StartsAt = 1.2, ConnectionIntervalSeconds = interval },
        new(seed + (2 * Trials)) { DriftPartsPerMillion = 60, StartsAt = 0.4, RateHz = 52, ConnectionIntervalSeconds = interval },
    ];

    /// <summary>The errors of three devices, the extremes of each second of the recording.</summary>
    private sealed class Trial
    {
        private readonly List<(double Least, double Most)?[]> _devices;

        public Trial(RadioLink[] links) => _devices = [.. links.Select(ErrorsOf)];

        public double LargestError(int from) => Seconds(from).Max(second => Math.Max(-second.Min(d => d.Least), second.Max(d => d.Most)));

        public double WorstAlignment(int from) => Seconds(from).Max(second => second.Max(d => d.Most) - second.Min(d => d.Least));

        private IEnumerable<(double Least, double Most)[]> Seconds(int from)
        {
            var settled = from + (int)Math.Ceiling(LastStartSeconds);
            for (var second = settled; second < _devices[0].Length; second++)
            {
                (double Least, double Most)[] known = [.. _devices.Select(d => d[second]).OfType<(double, double)>()];
                if (known.Length > 0)
                    yield return known;
            }
        }

        private static (double Least, double Most)?[] ErrorsOf(RadioLink link)
        {
            var (timeline, errors) = (new SampleTimeline(link.RateHz), new (double Least, double Most)?[(int)LengthSeconds]);
            foreach (var packet in link.Packets(link.StartsAt, LengthSeconds))
            {
                var tick = timeline.Arrived(packet.Count, TimeSpan.FromSeconds(packet.ArrivedAt));
                var error = timeline.TimeOf(tick).TotalSeconds - packet.TakenAt - RadioLink.LeastDelaySeconds;
                var (least, most) = errors[(int)packet.TakenAt] ?? (error, error);
                errors[(int)packet.TakenAt] = (Math.Min(least, error), Math.Max(most, error));
            }

            return errors;
        }
    }
}
