namespace PhysioEdge.Appliance.Privacy;

/// <summary>Whether the button and the lamps can be reached.</summary>
internal sealed class PanelState
{
    /// <summary>Gets or sets why not, in words; null if they can, or if there are none.</summary>
    public string? Problem { get; set; }
}
