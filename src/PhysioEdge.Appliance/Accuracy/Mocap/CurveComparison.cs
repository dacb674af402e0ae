namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>The curves of a system against those of motion capture: as they are, and with the one lag at which their shapes agree best.</summary>
internal sealed record CurveComparison(CurveErrors WithoutLag, CurveErrors Aligned)
{
    public const int LargestLagMilliseconds = 50;

    /// <returns>Null when no sample of both is known at the same time.</returns>
    public static CurveComparison? Of(AngleCurves measured, AngleCurves reference)
    {
        var withoutLag = CurveErrors.AtLag(measured, reference, 0);
        if (withoutLag.Samples == 0)
            return null;
        var aligned = Enumerable.Range(-LargestLagMilliseconds, (2 * LargestLagMilliseconds) + 1)
            .OrderBy(Math.Abs)
            .Select(milliseconds => CurveErrors.AtLag(measured, reference, milliseconds / 1000.0))
            .MinBy(errors => errors.Knee.OffsetRemovedMae + errors.Hip.OffsetRemovedMae)!;
        return new CurveComparison(withoutLag, aligned);
    }
}
