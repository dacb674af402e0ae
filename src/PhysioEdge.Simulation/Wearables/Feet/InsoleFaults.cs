namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>How an insole differs from a perfect one.</summary>
public sealed record InsoleFaults
{
    /// <summary>Gets by how much its clock is fast, parts per million; crystals are good to about ±50.</summary>
    public double CrystalPartsPerMillion { get; init; }

    /// <summary>Gets the share of its packets that are lost, 0–1.</summary>
    public double LostShare { get; init; }

    /// <summary>Gets the most that a cell's reading is beside the truth, N/cm².</summary>
    public double NoiseNewtonsPerSquareCentimetre { get; init; } = 0.05;
}
