using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.HeartRate;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Contracts.CarePlans;

namespace PhysioEdge.Appliance.Pages;

/// <summary>What a screen is to know of a patient's wearables before it hears from them: where the cells of the insoles are, and what is prescribed.</summary>
internal static class WornNotes
{
    /// <param name="plan">What is prescribed.</param>
    /// <param name="devices">What the patient wears.</param>
    /// <returns>The notes; null when nothing is worn.</returns>
    public static object? Of(CarePlan plan, IReadOnlyList<DeviceConfiguration> devices) => devices.Count == 0 ? null : new
    {
        Devices = devices.Select(d => d.Id),
        Feet = devices.Any(d => d.Insole is not null) ? new { Left = FootOf(devices, Side.Left), Right = FootOf(devices, Side.Right) } : null,
        WeightBearing = plan.WeightBearing is { } prescribed ? new { prescribed.Side, LimitKg = prescribed.LimitKilograms } : null,
        BodyMassKg = plan.BodyMassKilograms,
        Heart = devices.Any(d => d.Insole is null) ? HeartOf(plan.HeartRate) : null,
    };

    /// <summary>Each cell as [x, y, cm²].</summary>
    private static object? FootOf(IReadOnlyList<DeviceConfiguration> devices, Side side)
        => devices.FirstOrDefault(d => d.Insole?.Side == side)?.Insole is not { } fit ? null : new
        {
            Cells = fit.Profile.Sizes[fit.Size].Select(Numbers),
            Unit = fit.Profile.IsPressureInNewtons ? "N" : "N/cm2",
        };

    private static double[] Numbers(InsoleCell cell) => [cell.X, cell.Y, cell.AreaSquareCentimetres];

    private static object HeartOf(PrescribedHeartRate? prescribed)
    {
        var zones = HeartTracker.ZonesOf(prescribed);
        return new
        {
            prescribed?.LimitBpm,
            MaxBpm = zones?.MaximumBpm,
            prescribed?.RestingBpm,
            Zones = zones is { } known ? Enumerable.Range(1, HeartRateZones.Count).Select(z => Math.Round(known.LowestOf(z))) : null,
        };
    }
}
