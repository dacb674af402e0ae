using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Contracts.CarePlans;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>Puts a care plan in the terms of the detectors of loading and walking.</summary>
internal static class WearableLimits
{
    public static IReadOnlyList<WeightBearingLimit> WeightBearingOf(CarePlan plan) => plan.WeightBearing is { } prescribed
        ? [new WeightBearingLimit(Enum.Parse<Side>(prescribed.Side.ToString()), prescribed.LimitKilograms, plan.BodyMassKilograms)]
        : [];

    /// <summary>A leg that may bear only part of the weight is to be loaded less than the other: then only the timing is judged.</summary>
    public static IReadOnlyList<AsymmetryLimitDetector> AsymmetryOf(CarePlan plan)
    {
        if (plan.AsymmetryLimitPercent is not { } limit)
            return [];
        var timing = new AsymmetryLimitDetector("stance-symmetry", "stance time", limit, s => s.StancePercent);
        return plan.WeightBearing is null
            ? [timing, new AsymmetryLimitDetector("peak-force-symmetry", "peak force", limit, s => s.PeakPercent)]
            : [timing];
    }
}
