namespace PhysioEdge.Appliance.Privacy;

/// <summary>What is wired to the box: numbers of its GPIO lines, as on the header of the board; null for what is not there.</summary>
internal sealed record PanelOptions
{
    /// <summary>Gets the line of the privacy button, which connects it to ground.</summary>
    public int? Button { get; init; }

    /// <summary>Gets the line of the lamp that is lit while the privacy switch is on.</summary>
    public int? PrivacyLed { get; init; }

    /// <summary>Gets the line of the lamp that says how the box is.</summary>
    public int? StatusLed { get; init; }
}
