using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.Insoles;

internal sealed record BoutEntry(double StartS, double EndS, int Steps)
{
    public static BoutEntry Of(WalkingBout bout) => new(Math.Round(bout.Start.TotalSeconds, 3), Math.Round(bout.End.TotalSeconds, 3), bout.Steps);
}

internal sealed record StandingEntry(double StartS, double EndS)
{
    public static StandingEntry Of(StandingPeriod period) => new(Math.Round(period.Start.TotalSeconds, 3), Math.Round(period.End.TotalSeconds, 3));
}

/// <summary>A turn; its angle, degrees, is positive to the left and null where no motion was measured.</summary>
internal sealed record TurnEntry(double StartS, double EndS, double? AngleDeg)
{
    public static TurnEntry Of(Turn turn) => new(
        Math.Round(turn.Start.TotalSeconds, 3),
        Math.Round(turn.End.TotalSeconds, 3),
        turn.AngleDegrees is { } angle ? Math.Round(angle, 1) : null);
}

/// <summary>
/// A symmetry index over the steady strides: its mean, positive when the right is larger, and the half width of its 95 % confidence interval;
/// null when the strides are too few or too much alike to tell.
/// </summary>
internal sealed record SymmetryEntry(double MeanPercent, double? ConfidencePercent, int Strides)
{
    public static Dictionary<string, SymmetryEntry> Of(RunningSymmetry symmetry)
    {
        var entries = new Dictionary<string, SymmetryEntry>();
        Add("peak_force", symmetry.PeakForce);
        Add("impulse", symmetry.Impulse);
        Add("stance", symmetry.Stance);
        Add("step_time", symmetry.StepTime);
        return entries;

        void Add(string name, SymmetryEstimate? estimate)
        {
            if (estimate is { } known)
                entries.Add(name, new SymmetryEntry(Math.Round(known.MeanPercent, 1), known.ConfidencePercent is { } width ? Math.Round(width, 1) : null, known.Strides));
        }
    }
}

/// <summary>How a leg with a prescribed limit was loaded.</summary>
internal sealed record WeightBearingEntry(double LimitKg, int Steps, int StepsOver, double PeakKg, double? PeakPercentBodyWeight)
{
    public static Dictionary<string, WeightBearingEntry>? Of(InsoleWalk walk) => walk.WeightBearing.Count == 0 ? null : walk.WeightBearing.ToDictionary(
        leg => leg.Limit.Side == Side.Left ? "left" : "right",
        leg => new WeightBearingEntry(
            leg.Limit.LimitKilograms,
            walk.StepsOf(leg.Limit.Side),
            leg.StepsOver,
            Math.Round(leg.PeakKilograms, 1),
            leg.Limit.PercentOfBodyWeight(leg.PeakKilograms) is { } percent ? Math.Round(percent, 1) : null));
}
