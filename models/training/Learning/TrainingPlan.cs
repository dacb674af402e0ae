namespace PhysioEdge.Training.Learning;

/// <summary>How the lifter is trained.</summary>
internal sealed record TrainingPlan
{
    public int Seed { get; init; } = 3;

    public int Clips { get; init; } = 12_000;

    public int Steps { get; init; } = 16_000;

    public int BatchSize { get; init; } = 16;

    /// <summary>Gets the number of moments of each sight, 30 a second.</summary>
    public int Length { get; init; } = 96;

    public int Width { get; init; } = 192;

    public double PeakRate { get; init; } = 2e-3;

    public int Threads { get; init; } = 2;

    public int ReportEvery { get; init; } = 500;

    /// <summary>One cycle (Smith and Topin, "Super-convergence", 2018): up in a tenth of the steps, then down along a cosine.</summary>
    public double RateAt(int step)
    {
        var warm = 0.1 * Steps;
        return step < warm
            ? PeakRate * (0.04 + (0.96 * step / warm))
            : PeakRate * 0.5 * (1 + Math.Cos(Math.PI * (step - warm) / (Steps - warm)));
    }
}
