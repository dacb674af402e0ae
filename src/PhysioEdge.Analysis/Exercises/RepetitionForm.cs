namespace PhysioEdge.Analysis.Exercises;

/// <summary>How well a repetition was done, beside how far.</summary>
/// <param name="OutwardSeconds">From the start to where the hold begins, s.</param>
/// <param name="HoldSeconds">How long the far point was held, s: within a tenth of the range of it.</param>
/// <param name="ReturnSeconds">From the end of the hold to the end, s.</param>
/// <param name="Smoothness">Spectral arc length of the angular velocity, below 0; nearer to 0 is smoother; null when the repetition is too short to tell.</param>
/// <param name="TrunkForwardDegrees">The furthest the trunk leant forward, against how it was at the start, degrees; null when it was not seen.</param>
/// <param name="TrunkSidewaysDegrees">The furthest the trunk leant sideways, against how it was at the start, degrees, positive to the patient's right; null when the view does not show it.</param>
/// <param name="TrunkQuality">How far the lean of the trunk can be trusted, 0–1.</param>
/// <param name="SideDifferenceDegrees">Right range less left range, degrees; null when one was not seen or only one was to move.</param>
public sealed record RepetitionForm(
    double OutwardSeconds,
    double HoldSeconds,
    double ReturnSeconds,
    double? Smoothness,
    double? TrunkForwardDegrees,
    double? TrunkSidewaysDegrees,
    double TrunkQuality,
    double? SideDifferenceDegrees)
{
    /// <summary>Gets how much further inside its leg's line a knee went than it was at the start, degrees, of the knee that went furthest; null when the view does not show it.</summary>
    public double? KneeValgusDegrees { get; init; }
}
