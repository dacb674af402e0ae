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

    /// <summary>A load beside the patient's own weight.</summary>
    /// <param name="kilograms">The load, kg.</param>
    /// <returns>Percent of the body's weight; null when that is not known.</returns>
    public double? PercentOfBodyWeight(double kilograms) => BodyMassKilograms is { } mass ? 100 * kilograms / mass : null;
}

/// <summary>A leg has just borne more than is prescribed: what the patient may hear in that very step.</summary>
/// <param name="Side">The leg.</param>
/// <param name="Step">The number of the step among those of its foot, from 1; in standing, of the step to come.</param>
/// <param name="At">When the limit was passed.</param>
/// <param name="Kilograms">The load at that time, kg.</param>
/// <param name="PercentOfBodyWeight">The same in percent of the body's weight; null when that is not known.</param>
public readonly record struct LoadWarning(Side Side, int Step, TimeSpan At, double Kilograms, double? PercentOfBodyWeight);

/// <summary>What a step of a leg with a prescribed limit bore.</summary>
/// <param name="Side">The leg.</param>
/// <param name="Step">The number of the step among those of its foot, from 1.</param>
/// <param name="PeakKilograms">The most that it bore, kg, single samples set aside.</param>
/// <param name="PercentOfBodyWeight">The same in percent of the body's weight; null when that is not known.</param>
/// <param name="Exceeded">Whether that was more than is prescribed.</param>
public readonly record struct StepLoad(Side Side, int Step, double PeakKilograms, double? PercentOfBodyWeight, bool Exceeded);
