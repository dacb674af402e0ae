using System.Numerics;
using PhysioEdge.Analysis.Activity;

namespace PhysioEdge.Appliance.Recordings.Activity;

/// <summary>A recording of a watch's motion, taken row by row through what the service does with a watch.</summary>
internal sealed class ActivityAnalysis
{
    private static readonly string[] Axes = ["acc_x", "acc_y", "acc_z"];

    /// <summary>What the middle length may be, g: a wrist that works hard is seldom still, but never weightless for half of the time.</summary>
    private const double LeastLengthG = 0.5;
    private const double GreatestLengthG = 2;

    private readonly List<ActivityEpoch> _epochs = [];

    private ActivityAnalysis(double samplingRateHz) => Monitor = new ActivityMonitor(samplingRateHz);

    public ActivityMonitor Monitor { get; }

    public IReadOnlyList<ActivityEpoch> Epochs => _epochs;

    /// <summary>Gets the length of what was given, s.</summary>
    public double DurationSeconds { get; private set; }

    /// <param name="table">The recording: <c>acc_x, acc_y, acc_z</c>, and <c>time_s</c> where rows do not follow one another at the rate.</param>
    /// <param name="samplingRateHz">The samples per second.</param>
    /// <param name="metresPerSecondSquared">What one unit of the accelerations is in m/s².</param>
    /// <exception cref="Commands.InputException">The recording lacks a column or holds what cannot be read.</exception>
    public static ActivityAnalysis Of(InputTable table, double samplingRateHz, double metresPerSecondSquared)
    {
        var analysis = new ActivityAnalysis(samplingRateHz);
        double[][] axes = [.. Axes.Select(table.Numbers)];
        var samples = Samples(axes, metresPerSecondSquared / MotionIntensity.StandardGravity);
        CheckUnit(table, samples);
        analysis.Take(samples, TimesOf(table, samplingRateHz), samplingRateHz);
        return analysis;
    }

    private static Vector3[] Samples(double[][] axes, double gravities)
        => [.. axes[0].Select((x, row) => new Vector3((float)(x * gravities), (float)(axes[1][row] * gravities), (float)(axes[2][row] * gravities)))];

    private static void CheckUnit(InputTable table, Vector3[] samples)
    {
        double[] lengths = [.. samples.Select(s => (double)s.Length()).Where(double.IsFinite).Order()];
        if (lengths.Length > 0 && lengths[lengths.Length / 2] is var median and not (>= LeastLengthG and <= GreatestLengthG))
            throw table.Wrong($"columns 'acc_x', 'acc_y', 'acc_z': the accelerations are {median:0.00} g in the middle, where about 1 g is expected. Give them with gravity, in m/s², or in g with --acc-unit g.");
    }

    private static double[] TimesOf(InputTable table, double samplingRateHz) => table.Has("time_s")
        ? table.Times("time_s")
        : [.. Enumerable.Range(0, table.RowCount).Select(row => row / samplingRateHz)];

    private void Take(Vector3[] samples, double[] times, double samplingRateHz)
    {
        for (var row = 0; row < samples.Length; row++)
        {
            if (Monitor.Add(TimeSpan.FromSeconds(times[row]), samples[row]) is { } epoch)
                _epochs.Add(epoch);
        }

        if (Monitor.Finish() is { } last)
            _epochs.Add(last);
        DurationSeconds = times.Length > 0 ? times[^1] - times[0] + (1 / samplingRateHz) : 0;
    }
}
