namespace PhysioEdge.Simulation.Body;

/// <summary>The colours of a figure, and how much of it is covered.</summary>
public sealed record Appearance
{
    public Rgb Skin { get; init; } = new(224, 178, 148);

    public Rgb Hair { get; init; } = new(74, 54, 42);

    public Rgb Shirt { get; init; } = new(66, 124, 150);

    public Rgb Shorts { get; init; } = new(52, 60, 78);

    public Rgb Shoes { get; init; } = new(236, 236, 232);

    /// <summary>Gets a value indicating whether the trousers reach down to the ankles, not only to above the knees.</summary>
    public bool LongTrousers { get; init; }

    /// <summary>Gets a value indicating whether the sleeves reach down to the wrists, not only to above the elbows.</summary>
    public bool LongSleeves { get; init; }
}
