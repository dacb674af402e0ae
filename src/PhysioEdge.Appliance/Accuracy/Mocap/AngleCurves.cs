using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Recordings;

namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>The knee and hip angles of a recording over time, degrees; NaN = unknown.</summary>
internal sealed class AngleCurves
{
    private static readonly (JointAngle Angle, string Column)[] Scored =
    [
        (JointAngle.KneeLeft, "knee3_l"), (JointAngle.KneeRight, "knee3_r"), (JointAngle.HipLeft, "hip3_l"), (JointAngle.HipRight, "hip3_r"),
    ];

    private readonly Dictionary<JointAngle, double[]> _degrees;

    public AngleCurves(double[] timesSeconds, Func<JointAngle, double[]> degrees)
        => (TimesSeconds, _degrees) = (timesSeconds, Angles.ToDictionary(angle => angle, degrees));

    public static IReadOnlyList<JointAngle> Angles { get; } = [.. Scored.Select(s => s.Angle)];

    public double[] TimesSeconds { get; }

    public double[] this[JointAngle angle] => _degrees[angle];

    /// <summary>Reads the 3-point angles of motion capture, or of another system in the same form.</summary>
    /// <exception cref="Commands.InputException">It is not in that form.</exception>
    public static AngleCurves Read(string path)
    {
        var table = NumberTable.Read(path, ["time", .. Scored.Select(s => s.Column)]);
        var times = table["time"];
        for (var i = 1; i < times.Length; i++)
        {
            if (!(times[i] > times[i - 1]))
                throw ReferenceFile.Wrong(path, $"line {i + 2}, column 'time': does not increase");
        }

        return new AngleCurves(times, angle => table[Scored.First(s => s.Angle == angle).Column]);
    }

    /// <summary>The curves as <c>angles.csv</c> has them.</summary>
    public static AngleCurves Of(AngleTable table) => new(table.TimesSeconds(), table.Filtered);

    /// <summary>The angle at a time between two samples, degrees; NaN beyond the ends.</summary>
    public double At(JointAngle angle, double seconds)
    {
        var next = Array.BinarySearch(TimesSeconds, seconds);
        if (next >= 0)
            return this[angle][next];
        next = ~next;
        if (next == 0 || next == TimesSeconds.Length)
            return double.NaN;
        var share = (seconds - TimesSeconds[next - 1]) / (TimesSeconds[next] - TimesSeconds[next - 1]);
        return double.Lerp(this[angle][next - 1], this[angle][next], share);
    }
}
