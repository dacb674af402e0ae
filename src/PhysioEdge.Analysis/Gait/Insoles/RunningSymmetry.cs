using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>A symmetry index over the steady strides so far.</summary>
/// <param name="MeanPercent">Its mean, percent, positive when the right is larger.</param>
/// <param name="ConfidencePercent">Half of the width of the mean's 95 % confidence interval, percent; null when the strides are too few or too much alike to tell.</param>
/// <param name="Strides">The number of strides.</param>
public readonly record struct SymmetryEstimate(double MeanPercent, double? ConfidencePercent, int Strides);

/// <summary>The symmetry of the feet over the steady strides of a stream, with its confidence (<see cref="AutocorrelatedMean"/>).</summary>
/// <remarks>
/// Strides are taken in pairs, one of each foot: two strides that follow one another share two contacts of three, pairs only one.
/// (Batch means, as in Law and Kelton, Simulation Modeling and Analysis, ch. 9, whose batches are still alike.)
/// </remarks>
public sealed class RunningSymmetry
{
    private readonly Index _peak = new();
    private readonly Index _impulse = new();
    private readonly Index _stance = new();
    private readonly Index _stepTime = new();

    /// <summary>Gets the number of strides.</summary>
    public int Strides => _peak.Count;

    /// <summary>Gets the symmetry of the peak force; null before the first stride.</summary>
    public SymmetryEstimate? PeakForce => _peak.Estimate;

    /// <summary>Gets the symmetry of the contact impulse; null before the first stride.</summary>
    public SymmetryEstimate? Impulse => _impulse.Estimate;

    /// <summary>Gets the symmetry of the time that the feet are loaded; null before the first stride.</summary>
    public SymmetryEstimate? Stance => _stance.Estimate;

    /// <summary>Gets the symmetry of the step time; null before the first stride.</summary>
    public SymmetryEstimate? StepTime => _stepTime.Estimate;

    /// <summary>Takes in the next steady stride.</summary>
    /// <param name="stride">The stride.</param>
    public void Add(in StrideSymmetry stride)
    {
        _peak.Add(stride.PeakPercent);
        _impulse.Add(stride.ImpulsePercent);
        _stance.Add(stride.StancePercent);
        _stepTime.Add(stride.StepTimePercent);
    }

    private sealed class Index
    {
        private readonly AutocorrelatedMean _pairs = new();
        private double _first;
        private double _sum;

        public int Count { get; private set; }

        public SymmetryEstimate? Estimate => Count > 0 ? new SymmetryEstimate(_sum / Count, _pairs.HalfWidth, Count) : null;

        public void Add(double percent)
        {
            if (Count++ % 2 == 0)
                _first = percent;
            else
                _pairs.Add((_first + percent) / 2);
            _sum += percent;
        }
    }
}
