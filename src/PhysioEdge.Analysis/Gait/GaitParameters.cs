using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait;

/// <summary>The temporal parameters of gait, from the contacts of the feet.</summary>
/// <remarks>
/// Definitions as in Perry and Burnfield, Gait Analysis: Normal and Pathological Function, 2nd ed., 2010: a stride goes from an initial
/// contact to the next of the same foot, a step from an initial contact to that of the other foot and belongs to the foot that lands,
/// double support is the time of a stride in which both feet are on the floor (two phases together).
/// Strides across a pause or a missed contact are left out: those that are shorter than half or longer than 1.75 times the median, or longer than 2.5 s.
/// </remarks>
public sealed record GaitParameters
{
    private const double ShortestShare = 0.5;
    private const double LongestShare = 1.75;
    private const double LongestStrideSeconds = 2.5;

    /// <summary>Gets the number of contacts.</summary>
    public required int Contacts { get; init; }

    /// <summary>Gets the steps per minute while walking; null without steps.</summary>
    public required double? CadenceStepsPerMinute { get; init; }

    /// <summary>Gets the mean step time, s, of the foot that lands.</summary>
    public required Sided StepTimeSeconds { get; init; }

    /// <summary>Gets the mean stride time, s.</summary>
    public required Sided StrideTimeSeconds { get; init; }

    /// <summary>Gets the mean stance time, s.</summary>
    public required Sided StanceSeconds { get; init; }

    /// <summary>Gets the mean swing time, s.</summary>
    public required Sided SwingSeconds { get; init; }

    /// <summary>Gets the mean double support of a stride, both phases together, s, for strides of the left and of the right foot.</summary>
    public required Sided DoubleSupportSeconds { get; init; }

    /// <summary>Gets the coefficient of variation of the stride time, percent, of each foot; null below three strides.</summary>
    public required Sided StrideTimeVariabilityPercent { get; init; }

    /// <summary>Measures a walk.</summary>
    /// <param name="contacts">The contacts of both feet, in any order; those of one foot do not overlap. One foot alone will do, without what needs both.</param>
    /// <returns>The parameters; what cannot be told from the contacts is null.</returns>
    public static GaitParameters Of(IEnumerable<FootContact> contacts) => Of(contacts, _ => true);

    /// <summary>Measures a part of a walk.</summary>
    /// <param name="contacts">The contacts of both feet, in any order; those of one foot do not overlap.</param>
    /// <param name="counts">Whether the stride that begins with a contact counts.</param>
    /// <returns>The parameters of those strides; what cannot be told from the contacts is null.</returns>
    public static GaitParameters Of(IEnumerable<FootContact> contacts, Func<FootContact, bool> counts)
    {
        FootContact[] ordered = [.. contacts.OrderBy(c => c.InitialContact)];
        var (left, right) = (Foot.Of(ordered, Side.Left, counts), Foot.Of(ordered, Side.Right, counts));
        var steps = new Sided(Mean(left.StepTimes), Mean(right.StepTimes));
        List<double> all = [.. left.StepTimes, .. right.StepTimes];
        return new GaitParameters
        {
            Contacts = ordered.Length,
            CadenceStepsPerMinute = 60 / Mean(all),
            StepTimeSeconds = steps,
            StrideTimeSeconds = new Sided(Mean(left.StrideTimes), Mean(right.StrideTimes)),
            StanceSeconds = new Sided(Mean(left.Stances), Mean(right.Stances)),
            SwingSeconds = new Sided(Mean(left.Swings), Mean(right.Swings)),
            DoubleSupportSeconds = new Sided(Mean(left.DoubleSupports), Mean(right.DoubleSupports)),
            StrideTimeVariabilityPercent = new Sided(Variability(left.StrideTimes), Variability(right.StrideTimes)),
        };
    }

    private static double? Mean(List<double> values) => values.Count > 0 ? values.Average() : null;

    private static double? Variability(List<double> values)
    {
        if (values.Count < 3)
            return null;
        var mean = values.Average();
        return 100 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)) / mean;
    }

    /// <summary>What one foot did in its strides.</summary>
    private sealed class Foot
    {
        public List<double> StrideTimes { get; } = [];

        public List<double> StepTimes { get; } = [];

        public List<double> Stances { get; } = [];

        public List<double> Swings { get; } = [];

        public List<double> DoubleSupports { get; } = [];

        public static Foot Of(FootContact[] contacts, Side side, Func<FootContact, bool> counts)
        {
            var foot = new Foot();
            FootContact[] own = [.. contacts.Where(c => c.Side == side)];
            FootContact[] other = [.. contacts.Where(c => c.Side != side)];
            double[] times = [.. own.Zip(own.Skip(1), (a, b) => (b.InitialContact - a.InitialContact).TotalSeconds)];
            var median = times.Length > 0 ? times.Order().ElementAt(times.Length / 2) : 0;
            for (var i = 0; i < times.Length; i++)
            {
                if (times[i] >= ShortestShare * median && times[i] <= Math.Min(LongestShare * median, LongestStrideSeconds) && counts(own[i]))
                    foot.Add(own[i], own[i + 1], other);
            }

            return foot;
        }

        private void Add(FootContact first, FootContact next, FootContact[] other)
        {
            StrideTimes.Add((next.InitialContact - first.InitialContact).TotalSeconds);
            Stances.Add(first.StanceSeconds);
            Swings.Add((next.InitialContact - first.ToeOff).TotalSeconds);
            var between = Array.FindIndex(other, c => c.InitialContact > first.InitialContact && c.InitialContact < next.InitialContact);
            if (between < 0)
                return;
            StepTimes.Add((next.InitialContact - other[between].InitialContact).TotalSeconds);
            if (between > 0)
            {
                var landing = Overlap(first.InitialContact, other[between - 1].ToeOff);
                DoubleSupports.Add(landing + Overlap(other[between].InitialContact, first.ToeOff));
            }
        }

        private static double Overlap(TimeSpan from, TimeSpan to) => Math.Max(0, (to - from).TotalSeconds);
    }
}
