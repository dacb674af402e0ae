using System.Numerics;
using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.FootImu;

/// <summary>
/// A recording of one foot's inertial sensor: <c>acc_x,_y,_z</c> in m/s², <c>gyr_x,_y,_z</c>, and a counter where there is one.
/// Rows with an empty field are lost samples; rows that came late are put in order.
/// </summary>
internal static class FootImuFile
{
    /// <summary>How long a missing sample is waited for: an event of gait can spare that.</summary>
    private const double PatienceSeconds = 0.1;

    private const double MostCount = 1L << 52;

    /// <summary>Half and twice standard gravity in its own unit, g: what an accelerometer in m/s² never reads on average.</summary>
    private const double LeastG = 0.5;
    private const double MostG = 2;

    /// <summary>The widest range of inertial sensors, 4000 °/s, in rad/s.</summary>
    private const double MostRate = 4000 * Math.PI / 180;

    private static readonly string[] Axes = ["x", "y", "z"];

    /// <param name="path">The file.</param>
    /// <param name="samplingRateHz">Ticks of the counter, or rows, per second.</param>
    /// <param name="counter">The counter's column; null when rows are counted.</param>
    /// <param name="radians">What one unit of the gyroscope is in rad/s.</param>
    /// <exception cref="Commands.InputException">It cannot be read, lacks a column, or is in other units.</exception>
    public static IEnumerable<ImuSample> Read(string path, double samplingRateHz, string? counter, double radians)
    {
        var table = InputTable.Read(path);
        var force = Vectors(table, "acc", 1);
        var rate = Vectors(table, "gyr", radians);
        var counts = counter is null ? null : Counts(table, counter);
        CheckUnits(table, force, rate);
        return Samples(force, rate, counts, samplingRateHz);
    }

    private static double[] Counts(InputTable table, string counter)
    {
        var counts = table.Numbers(counter);
        var bad = Array.FindIndex(counts, c => !double.IsNaN(c) && (c < 0 || c > MostCount || c != Math.Floor(c)));
        return bad < 0 ? counts : throw table.Wrong($"row {bad + 1}, column '{counter}': no counter of samples. Give a column of whole numbers from 0, or leave --counter out.");
    }

    private static void CheckUnits(InputTable table, Vector3[] force, Vector3[] rate)
    {
        float[] forces = [.. force.Select(f => f.Length()).Where(f => !float.IsNaN(f)).Order()];
        if (forces.Length > 0 && forces[forces.Length / 2] is >= (float)LeastG and <= (float)MostG)
            throw table.Wrong("columns acc_x, acc_y, acc_z look like g. Give them in m/s²: 1 g = 9.80665 m/s².");
        if (Array.Exists(rate, r => r.Length() > MostRate))
            throw table.Wrong("columns gyr_x, gyr_y, gyr_z go beyond what a sensor measures in rad/s. If they are in °/s, give --gyro-unit dps.");
    }

    private static IEnumerable<ImuSample> Samples(Vector3[] force, Vector3[] rate, double[]? counts, double samplingRateHz)
    {
        var (ticks, origin, newest) = (new TickCounter(), 0L, 0L);
        var order = new ReorderBuffer<ImuSample>((int)Math.Ceiling(PatienceSeconds * samplingRateHz));
        for (var row = 0; row < force.Length; row++)
        {
            if (counts is not null && double.IsNaN(counts[row]))
                continue;
            var tick = counts is null ? row : origin + ticks.Unwrap((long)counts[row]);
            if (tick < newest - samplingRateHz && counts is not null)
            {
                // The device began to count anew. How long it was away nobody knows: long enough that nothing is told across.
                ticks.Restart();
                origin = newest + (long)samplingRateHz;
                tick = origin + ticks.Unwrap((long)counts[row]);
            }

            newest = Math.Max(newest, tick);
            if (float.IsNaN(force[row].LengthSquared() + rate[row].LengthSquared()))
                continue;
            order.Add(tick, new ImuSample(tick, TimeSpan.FromSeconds(tick / samplingRateHz), force[row], rate[row]));
            while (order.TryTake(out var sample))
                yield return sample;
        }

        while (order.TryTakeLast(out var sample))
            yield return sample;
    }

    private static Vector3[] Vectors(InputTable table, string kind, double unit)
    {
        var axes = Axes.Select(axis => table.Numbers(Column(table, kind, axis))).ToArray();
        return [.. axes[0].Select((_, i) => new Vector3((float)axes[0][i], (float)axes[1][i], (float)axes[2][i]) * (float)unit)];
    }

    private static string Column(InputTable table, string kind, string axis)
        => table.Columns.FirstOrDefault(c => c.Equals($"{kind}_{axis}", StringComparison.OrdinalIgnoreCase))
            ?? table.Columns.FirstOrDefault(c => kind == "gyr" && c.Equals($"gyro_{axis}", StringComparison.OrdinalIgnoreCase))
            ?? throw table.Wrong($"has no column '{kind}_{axis}'; its columns are {string.Join(", ", table.Columns)}. Name them acc_x, acc_y, acc_z, gyr_x, gyr_y, gyr_z.");
}
