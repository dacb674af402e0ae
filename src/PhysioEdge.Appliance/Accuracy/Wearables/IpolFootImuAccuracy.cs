using System.Text.Json;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings.FootImu;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>Foot sensors at 100 Hz that lost packets, with events checked by hand, of which [toe-off, heel strike] is given in counts.</summary>
internal static class IpolFootImuAccuracy
{
    private const double RateHz = 100;
    private const double ToleranceSeconds = 0.15;

    public static IEnumerable<Score> Measure(string folder)
    {
        var (toeOff, contact, strides) = (new EventMatches(), new EventMatches(), new List<double>());
        var latest = 0.0;
        foreach (var file in Directory.EnumerateFiles(folder, "*_truth.json").Order(StringComparer.Ordinal))
        {
            var truth = Truth.Read(file);
            foreach (var (side, suffix, pairs) in new[] { (Side.Left, "lf", truth.LeftFootEvents), (Side.Right, "rf", truth.RightFootEvents) })
            {
                var samples = FootImuFile.Read(file.Replace("truth.json", $"{suffix}.csv", StringComparison.Ordinal), RateHz, "PacketCounter", radians: 1);
                var events = new FootImuAnalysis().Add(side, RateHz, samples).Events;
                Match(toeOff, events, GaitEventKind.ToeOff, pairs, truth);
                var matched = Match(contact, events, GaitEventKind.InitialContact, pairs, truth);
                strides.AddRange(matched.Zip(matched.Skip(1), (a, b) => Math.Abs(b.Found - a.Found - (b.True - a.True))));
                latest = events.Select(e => (e.KnownAt - e.At).TotalSeconds).Append(latest).Max();
            }
        }

        var (found, wrong) = (toeOff.Pairs.Count + contact.Pairs.Count, toeOff.Missed + toeOff.Extra + contact.Missed + contact.Extra);
        yield return new Score("ipol_foot_imu", "events within ±150 ms, F1", 2.0 * found / ((2 * found) + wrong), "", 3, AtLeast: 0.98);
        yield return new Score("ipol_foot_imu", "initial contact, mean absolute error", 1000 * contact.MeanAbsoluteError, "ms", 1, AtMost: 16);
        yield return new Score("ipol_foot_imu", "toe-off, mean absolute error", 1000 * toeOff.MeanAbsoluteError, "ms", 1, AtMost: 10);
        yield return new Score("ipol_foot_imu", "stride time, mean absolute error", 1000 * strides.DefaultIfEmpty(double.NaN).Average(), "ms", 1, AtMost: 13);
        yield return new Score("ipol_foot_imu", "longest time until an event is known", latest, "s", 2, AtMost: 1);
    }

    private static IReadOnlyList<(double True, double Found)> Match(EventMatches matches, IReadOnlyList<GaitEvent> events, GaitEventKind kind, int[][] pairs, Truth truth)
        => matches.Add(
            [.. pairs.Select(p => p[kind == GaitEventKind.ToeOff ? 0 : 1] / RateHz)],
            events.Where(e => e.Kind == kind).Select(e => e.At.TotalSeconds),
            ToleranceSeconds,
            time => time >= truth.TrialBoundaries[0] / RateHz && time <= truth.TrialBoundaries[1] / RateHz);

    /// <summary>What is known of a trial, in counts of the sensor.</summary>
    private sealed record Truth(int[] TrialBoundaries, int[][] LeftFootEvents, int[][] RightFootEvents)
    {
        public static Truth Read(string path)
        {
            var text = string.Join('\n', ReferenceFile.ReadLines(path)).Replace("NaN", "null", StringComparison.Ordinal);
            try
            {
                var all = JsonSerializer.Deserialize<Truth>(text) ?? throw ReferenceFile.Wrong(path, "is empty");
                return new Truth(all.TrialBoundaries, all.Within(all.LeftFootEvents), all.Within(all.RightFootEvents));
            }
            catch (JsonException exception)
            {
                throw ReferenceFile.Wrong(path, $"is no JSON of events", exception);
            }
        }

        private int[][] Within(int[][] events) => [.. events.Where(e => e[0] >= TrialBoundaries[0] && e[1] <= TrialBoundaries[1])];
    }
}
