using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Wearables.Feet;

namespace PhysioEdge.Simulation.Wearables.Heart;

/// <summary>The mechanical work of a script's movements.</summary>
/// <remarks>
/// Outside of walks, what lifts the centre of mass; letting it down costs about a third of that (Minetti et al., "Energy cost of walking
/// and running at extreme uphill and downhill slopes", J Appl Physiol 2002). In walks 0.5 J for each kilogram and metre, a quarter of
/// the usual 2 J of metabolic energy above standing.
/// </remarks>
internal static class WorkRate
{
    public const double StepSeconds = 0.1;

    private const double Gravity = 9.80665;
    private const double Lowering = 0.33;
    private const double WalkingJoulesPerKilogramMetre = 0.5;

    /// <summary>Watts in each tenth of a second of the script.</summary>
    public static double[] Of(MotionScript script, double massKilograms)
    {
        var watts = new double[(int)Math.Ceiling(script.Duration.TotalSeconds / StepSeconds)];
        AddLifting(script, massKilograms, watts);
        foreach (var step in script.Steps)
        {
            var (from, to) = (IndexOf(step.ToeOff), Math.Min(watts.Length - 1, IndexOf(step.InitialContact)));
            for (var i = from; i <= to; i++)
                watts[i] = massKilograms * WalkingJoulesPerKilogramMetre * Math.Abs(step.LengthMetres) / ((to - from + 1) * StepSeconds);
        }

        return watts;
    }

    private static void AddLifting(MotionScript script, double massKilograms, double[] watts)
    {
        var skeleton = new Skeleton();
        var before = Height(0);
        for (var i = 0; i < watts.Length; i++)
        {
            var after = Height((i + 1) * StepSeconds);
            watts[i] = massKilograms * Gravity * (after > before ? after - before : Lowering * (before - after)) / StepSeconds;
            before = after;
        }

        float Height(double seconds)
        {
            Kinematics.Pose(script.Body, script.PostureAt(TimeSpan.FromSeconds(seconds)), skeleton);
            return CentreOfMass.Of(skeleton).Y;
        }
    }

    private static int IndexOf(TimeSpan time) => (int)(time.TotalSeconds / StepSeconds);
}
