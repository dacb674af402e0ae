using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>What is prescribed to a patient who may put only part of the body's weight on one leg.</summary>
/// <param name="Side">The leg, left or right.</param>
/// <param name="LimitKilograms">The most that it may bear, kg, above 0.</param>
/// <param name="BodyMassKilograms">The patient's mass, kg, above 0; null when it is not known.</param>
public sealed record WeightBearingLimit(Side Side, double LimitKilograms, double? BodyMassKilograms)
{
    /// <summary>Standard gravity, m/s²: what makes kilograms of newtons.</summary>
    public const double Gravity = 9.80665;

    /// <summary>The load of a step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>Its peak force as the mass that a scale would show, kg.</returns>
    public static double KilogramsOf(in InsoleStep step) => step.PeakNewtons / Gravity;

    /// <summary>Judges a step.</summary>
    /// <param name="step">A step of either foot.</param>
    /// <param name="number">Its number among the steps of its foot, from 1.</param>
    /// <returns>A flag for this very step when it bore more than is allowed; else null. A fifth more is grave.</returns>
    public Flag? Judge(in InsoleStep step, int number)
    {
        var kilograms = KilogramsOf(step);
        if (step.Contact.Side != Side || kilograms <= LimitKilograms)
            return null;
        var share = BodyMassKilograms is { } mass ? string.Create(CultureInfo.InvariantCulture, $" ({100 * kilograms / mass:F0} % of body weight)") : "";
        return new Flag
        {
            Problem = $"load.limit:{Side}:{number}",
            Kind = "load.limit",
            Phase = FlagPhase.New,
            Severity = kilograms > 1.2 * LimitKilograms ? FlagSeverity.Moderate : FlagSeverity.Minor,
            RaisedAt = step.KnownAt,
            OnsetAt = step.Contact.InitialContact,
            Exercise = ExerciseKind.Walking,
            Side = Side,
            Measure = new FlagMeasure("peak-load", Math.Round(kilograms, 1), "kg", null, LimitKilograms, 1),
            Evidence = [(number, Math.Round(kilograms, 1))],
            Explanation = string.Create(
                CultureInfo.InvariantCulture,
                $"Step {number} of the {(Side == Side.Left ? "left" : "right")} foot bore {kilograms:F1} kg{share}; {LimitKilograms:0.#} kg are allowed."),
            Rule = "load-limit/1",
        };
    }
}
