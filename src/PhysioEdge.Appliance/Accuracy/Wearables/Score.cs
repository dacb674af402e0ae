namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>One number that was measured on a recording, beside what is aimed at.</summary>
/// <param name="Recording">The recording, as a reader finds it in the data folder.</param>
/// <param name="Measure">What was measured, for example "initial contact, mean absolute error".</param>
/// <param name="Value">The number; NaN when there was nothing to measure it on.</param>
/// <param name="Unit">Its unit; empty for a ratio or a count.</param>
/// <param name="Decimals">How many decimals say something.</param>
/// <param name="AtLeast">The least that is aimed at; null when there is no such bound.</param>
/// <param name="AtMost">The most that is aimed at; null when there is no such bound.</param>
internal sealed record Score(string Recording, string Measure, double Value, string Unit, int Decimals, double? AtLeast = null, double? AtMost = null)
{
    /// <summary>Gets a value indicating whether the aim is met; null when there is none.</summary>
    public bool? IsMet => AtLeast is null && AtMost is null ? null : !(Value < AtLeast) && !(Value > AtMost) && !double.IsNaN(Value);
}
