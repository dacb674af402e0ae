using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Appliance.Phantoms;

/// <summary>The errors of the angles over many pictures, measured minus true, degrees.</summary>
internal sealed class AngleErrors
{
    private readonly double[] _sum = new double[AngleSet.Count];
    private readonly double[] _absolute = new double[AngleSet.Count];
    private readonly int[] _count = new int[AngleSet.Count];

    /// <summary>Gets how many pictures there were.</summary>
    public int Pictures { get; private set; }

    /// <summary>Gets in how many of them nobody was found.</summary>
    public int WithoutPose { get; private set; }

    public static AngleErrors Sum(IEnumerable<AngleErrors> parts)
    {
        var sum = new AngleErrors();
        foreach (var part in parts)
            sum.Add(part);
        return sum;
    }

    public void Add(in AngleSet measured, in TrueAngles truth)
    {
        Pictures++;
        var known = 0;
        foreach (var (angle, _) in AngleColumns.All)
        {
            if (!measured[angle].IsKnown)
                continue;
            var error = measured[angle].Degrees - truth[angle];
            _sum[(int)angle] += error;
            _absolute[(int)angle] += Math.Abs(error);
            _count[(int)angle]++;
            known++;
        }

        WithoutPose += known == 0 ? 1 : 0;
    }

    /// <summary>The mean absolute error; NaN when it was never measured.</summary>
    public double Mae(Joint joint) => Mean(_absolute, joint);

    /// <summary>The mean error: above 0 when too much is measured; NaN when it was never measured.</summary>
    public double Bias(Joint joint) => Mean(_sum, joint);

    private double Mean(double[] sums, Joint joint) => joint.Angles.Sum(a => sums[(int)a]) / joint.Angles.Sum(a => _count[(int)a]);

    private void Add(AngleErrors other)
    {
        for (var i = 0; i < AngleSet.Count; i++)
        {
            _sum[i] += other._sum[i];
            _absolute[i] += other._absolute[i];
            _count[i] += other._count[i];
        }

        Pictures += other.Pictures;
        WithoutPose += other.WithoutPose;
    }
}
