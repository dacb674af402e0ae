using System.Numerics;

namespace PhysioEdge.Analysis.Activity;

/// <summary>The accelerations of an epoch, summed up sample by sample.</summary>
internal struct MotionStatistics
{
    private Vector3 _first;
    private Vector3 _sum;
    private Vector3 _squares;
    private double _lengths;
    private double _beyond;

    /// <summary>Gets how many samples there were.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the least on each axis, g.</summary>
    public Vector3 Least { get; private set; }

    /// <summary>Gets the most on each axis, g.</summary>
    public Vector3 Most { get; private set; }

    /// <summary>Gets the mean length, g.</summary>
    public readonly double MeanLength => _lengths / Count;

    /// <summary>Gets the mean of what the length was beyond gravity, g.</summary>
    public readonly double MeanBeyond => _beyond / Count;

    /// <summary>Gets the largest of the three axes' standard deviations, g.</summary>
    public readonly double LargestDeviation
    {
        get
        {
            var mean = _sum / Count;
            var variance = (_squares / Count) - (mean * mean);
            return Math.Sqrt(Math.Max(0, Math.Max(variance.X, Math.Max(variance.Y, variance.Z))));
        }
    }

    public void Add(Vector3 acceleration, double gravity)
    {
        if (Count++ == 0)
            _first = Least = Most = acceleration;
        // Squares of differences from the first keep their digits where a sensor that lies still hardly differs from it.
        var difference = acceleration - _first;
        _sum += difference;
        _squares += difference * difference;
        _lengths += acceleration.Length();
        _beyond += Math.Max(0, acceleration.Length() - gravity);
        Least = Vector3.Min(Least, acceleration);
        Most = Vector3.Max(Most, acceleration);
    }
}
