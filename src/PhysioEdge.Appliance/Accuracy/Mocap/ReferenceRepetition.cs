using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>
/// A repetition as the knees of motion capture have it, found with the whole recording at hand and not by the code under test.
/// Start and end are where a twentieth of the way out and back is passed, the peak is the middle of its highest 3 %, as in the product.
/// </summary>
/// <param name="StartSeconds">From the start of the recording.</param>
/// <param name="PeakSeconds">From the start of the recording.</param>
/// <param name="EndSeconds">From the start of the recording.</param>
/// <param name="PeakDegrees">The mean of both knees at the peak.</param>
internal sealed record ReferenceRepetition(double StartSeconds, double PeakSeconds, double EndSeconds, double PeakDegrees)
{
    /// <summary>Both knees together go at least this far in a repetition; in walking they do not.</summary>
    private const double LeastRangeDegrees = 28;

    /// <summary>Who begins with knees bent further than this begins seated: the peak is then the straight knee.</summary>
    private const double SeatedDegrees = 45;

    private const double Onset = 0.05;
    private const double Hold = 0.97;

    /// <summary>Finds the repetitions of squats, or of rising from a seat; those cut off by the ends of the recording are left out.</summary>
    public static IReadOnlyList<ReferenceRepetition> FindAll(AngleCurves reference)
    {
        var (left, right) = (reference[JointAngle.KneeLeft], reference[JointAngle.KneeRight]);
        var direction = (left[0] + right[0]) / 2 > SeatedDegrees ? -1 : +1;
        double[] lesser = [.. left.Zip(right, (l, r) => Math.Min(direction * l, direction * r))];
        double[] mean = [.. left.Zip(right, (l, r) => direction * (l + r) / 2)];
        var (low, high) = (lesser.Min(), lesser.Max());
        if (!(high - low >= LeastRangeDegrees))
            return [];

        var runs = RunsAbove(lesser, (low + high) / 2);
        return [.. runs.Select((run, i) => Describe(
            reference.TimesSeconds,
            mean,
            run,
            i > 0 ? runs[i - 1].End : 0,
            i < runs.Count - 1 ? runs[i + 1].Start : mean.Length,
            direction))];
    }

    /// <summary>Half-open runs of samples above half way that neither begin nor end with the recording.</summary>
    private static List<(int Start, int End)> RunsAbove(double[] values, double level)
    {
        var runs = new List<(int Start, int End)>();
        for (var start = 0; start < values.Length; start++)
        {
            if (!(values[start] >= level))
                continue;
            var end = start;
            while (end < values.Length && values[end] >= level)
                end++;
            if (start > 0 && end < values.Length)
                runs.Add((start, end));
            start = end;
        }

        return runs;
    }

    private static ReferenceRepetition Describe(double[] times, double[] mean, (int Start, int End) run, int from, int to, int direction)
    {
        var peak = mean[run.Start..run.End].Max();
        var lowBefore = mean[from..run.Start].Min();
        var lowAfter = mean[run.End..to].Min();
        var hold = double.Lerp(Math.Min(lowBefore, lowAfter), peak, Hold);
        var held = Enumerable.Range(run.Start, run.End - run.Start).Where(i => mean[i] >= hold).ToList();
        var start = Array.FindLastIndex(mean, run.Start, v => v <= lowBefore + (Onset * (peak - lowBefore)));
        var end = Array.FindIndex(mean, run.End, v => v <= lowAfter + (Onset * (peak - lowAfter)));
        return new ReferenceRepetition(times[start], (times[held[0]] + times[held[^1]]) / 2, times[end], direction * peak);
    }
}
