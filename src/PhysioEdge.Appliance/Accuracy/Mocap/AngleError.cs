namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>The error of one angle over a clip, degrees; NaN when nothing could be compared.</summary>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="OffsetRemovedMae">The same after the mean difference was taken away.</param>
/// <param name="RangeError">Range of motion measured minus true.</param>
/// <param name="PeakError">Largest angle measured minus true.</param>
internal readonly record struct AngleError(double Mae, double OffsetRemovedMae, double RangeError, double PeakError)
{
    private static readonly AngleError Unknown = new(double.NaN, double.NaN, double.NaN, double.NaN);

    public static AngleError Of(IReadOnlyList<(double Measured, double Reference)> pairs)
    {
        if (pairs.Count == 0)
            return Unknown;
        var offset = pairs.Average(p => p.Measured - p.Reference);
        var (high, low) = (pairs.Max(p => p.Measured), pairs.Min(p => p.Measured));
        var (trueHigh, trueLow) = (pairs.Max(p => p.Reference), pairs.Min(p => p.Reference));
        return new AngleError(
            pairs.Average(p => Math.Abs(p.Measured - p.Reference)),
            pairs.Average(p => Math.Abs(p.Measured - p.Reference - offset)),
            high - low - (trueHigh - trueLow),
            high - trueHigh);
    }

    /// <summary>The mean of several; one that is unknown makes the mean unknown, so that a side that was never seen cannot flatter.</summary>
    public static AngleError MeanOf(IReadOnlyList<AngleError> errors) => new(
        errors.Average(e => e.Mae),
        errors.Average(e => e.OffsetRemovedMae),
        errors.Average(e => e.RangeError),
        errors.Average(e => e.PeakError));
}
