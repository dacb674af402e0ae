using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Appliance.Phantoms;

/// <summary>Whether angles are as sure as they say.</summary>
internal sealed class Calibration
{
    private static readonly double[] Bounds = [0, 3, 5, 8, 12, double.PositiveInfinity];

    private readonly Bin[] _bins = new Bin[Bounds.Length - 1];

    public static Calibration Sum(IEnumerable<Calibration> parts)
    {
        var sum = new Calibration();
        foreach (var part in parts)
        {
            for (var i = 0; i < sum._bins.Length; i++)
                sum._bins[i] += part._bins[i];
        }

        return sum;
    }

    public void Add(in AngleSet measured, in TrueAngles truth)
    {
        foreach (var (angle, _) in AngleColumns.All)
            Add(measured[angle], truth[angle]);
    }

    /// <summary>Takes in a reading whose truth is known; one that says nothing of itself, or has no truth (NaN), does not count.</summary>
    public void Add(in AngleReading measured, double trueDegrees)
    {
        if (measured.UncertaintyDegrees is not { } said || double.IsNaN(trueDegrees))
            return;
        var error = Math.Abs(measured.Degrees - trueDegrees);
        var bin = Array.FindLastIndex(Bounds, bound => said >= bound);
        _bins[bin] += new Bin(1, said, error <= said ? 1 : 0, measured.Quality, error <= 5 ? 1 : 0);
    }

    /// <summary>The readings by what they said of themselves; without those of which there are none.</summary>
    public IEnumerable<(double From, double To, Bin Readings)> Bins() =>
        _bins.Select((bin, i) => (Bounds[i], Bounds[i + 1], bin)).Where(bin => bin.bin.Count > 0);

    /// <param name="Count">Readings.</param>
    /// <param name="Said">The sum of their uncertainties, degrees.</param>
    /// <param name="Within">How many were within that of the truth.</param>
    /// <param name="Quality">The sum of their qualities.</param>
    /// <param name="Close">How many were within 5° of the truth.</param>
    internal readonly record struct Bin(long Count, double Said, long Within, double Quality, long Close)
    {
        public static Bin operator +(Bin a, Bin b) => new(a.Count + b.Count, a.Said + b.Said, a.Within + b.Within, a.Quality + b.Quality, a.Close + b.Close);
    }
}
