namespace PhysioEdge.Simulation.Wearables;

/// <summary>What the wearables do once the script is over.</summary>
public enum ScriptEnd
{
    /// <summary>They send nothing more.</summary>
    Silence,

    /// <summary>The figure stays as it is, and they go on sending.</summary>
    Rest,

    /// <summary>The script begins again; the devices' clocks and counters go on.</summary>
    Again,
}
