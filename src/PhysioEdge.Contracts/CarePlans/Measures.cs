namespace PhysioEdge.Contracts.CarePlans;

/// <summary>One clinical number that the box can measure. Higher is better for all that are known now.</summary>
/// <param name="Code">Its name in care plans and events, for example <c>knee-flexion-rom</c>.</param>
/// <param name="Unit">The unit, <c>deg</c> or <c>s</c>.</param>
/// <param name="LoincLeft">The LOINC code for the patient's left; null where LOINC has none or it is not known.</param>
/// <param name="LoincRight">The LOINC code for the patient's right; null where LOINC has none or it is not known.</param>
/// <param name="Exercises">The exercises in which it is measured.</param>
public sealed record MeasureDefinition(
    string Code,
    string Unit,
    string? LoincLeft,
    string? LoincRight,
    IReadOnlyList<string> Exercises)
{
    /// <summary>The LOINC code for that side; null for both sides together, or where there is none.</summary>
    public string? Loinc(PrescribedSide side) => side switch
    {
        PrescribedSide.Left => LoincLeft,
        PrescribedSide.Right => LoincRight,
        _ => null,
    };
}

/// <summary>
/// The measures that are known: rom is the range travelled in one repetition, peak the largest angle, time how long it was held.
/// (Source of the codes: LOINC, the "Active Range of Motion" terms of the joint, for example
/// 41343-5 "Knee - left Flexion Active Range of Motion".)
/// </summary>
public static class Measures
{
    /// <summary>The range of knee flexion in a squat.</summary>
    public const string KneeFlexionRom = "knee-flexion-rom";

    /// <summary>The deepest knee flexion in a squat.</summary>
    public const string KneeFlexionPeak = "knee-flexion-peak";

    /// <summary>The range over which the knee is stretched.</summary>
    public const string KneeExtensionRom = "knee-extension-rom";

    /// <summary>The range over which the arm is raised sideways.</summary>
    public const string ShoulderAbductionRom = "shoulder-abduction-rom";

    /// <summary>The highest the arm was raised sideways.</summary>
    public const string ShoulderAbductionPeak = "shoulder-abduction-peak";

    /// <summary>The range over which the hip is bent when a knee is lifted.</summary>
    public const string HipFlexionRom = "hip-flexion-rom";

    /// <summary>The largest hip flexion when a knee is lifted.</summary>
    public const string HipFlexionPeak = "hip-flexion-peak";

    /// <summary>How long one leg was stood on.</summary>
    public const string SingleLegStanceTime = "single-leg-stance-time";

    private const string Degrees = "deg";
    private const string Seconds = "s";

    /// <summary>Gets all measures.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } =
    [
        new(KneeFlexionRom, Degrees, "41343-5", "41347-6", [ExerciseNames.Squat]),
        new(KneeFlexionPeak, Degrees, null, null, [ExerciseNames.Squat]),
        new(KneeExtensionRom, Degrees, "41345-0", "41349-2", [ExerciseNames.SitToStand, ExerciseNames.KneeExtension]),
        new(ShoulderAbductionRom, Degrees, "41299-9", null, [ExerciseNames.ShoulderAbduction]),
        new(ShoulderAbductionPeak, Degrees, null, null, [ExerciseNames.ShoulderAbduction]),
        new(HipFlexionRom, Degrees, null, null, [ExerciseNames.Marching]),
        new(HipFlexionPeak, Degrees, null, null, [ExerciseNames.Marching]),
        new(SingleLegStanceTime, Seconds, null, null, [ExerciseNames.SingleLegStance]),
    ];

    /// <summary>The measure of that code; null if there is none.</summary>
    public static MeasureDefinition? Find(string code) => All.FirstOrDefault(measure => measure.Code == code);

    /// <summary>
    /// The LOINC code of a measure, of an exercise or of a wearable: 8867-4 "Heart rate", 72514-3 "Pain severity - 0-10 verbal numeric rating [Score] - Reported".
    /// </summary>
    /// <param name="code">The measure's code.</param>
    /// <param name="side">The patient's side that was measured.</param>
    /// <returns>The code; null where LOINC has none or it is not known.</returns>
    public static string? LoincOf(string code, PrescribedSide side) => code switch
    {
        "heart-rate" => "8867-4",
        "pain-score" => "72514-3",
        _ => Find(code)?.Loinc(side),
    };

    /// <summary>The measures that belong to that exercise.</summary>
    public static IEnumerable<MeasureDefinition> Of(string exercise) =>
        All.Where(measure => measure.Exercises.Contains(exercise));
}
