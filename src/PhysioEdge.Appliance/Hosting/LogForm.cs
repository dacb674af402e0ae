namespace PhysioEdge.Appliance.Hosting;

/// <summary>How the log is written.</summary>
internal enum LogForm
{
    /// <summary>A line for people.</summary>
    Plain,

    /// <summary>An object a line, with the event's id and its values by name.</summary>
    Json,
}
