namespace PhysioEdge.Simulation.Wearables;

/// <summary>Turns time since the beginning into the script's own.</summary>
/// <param name="Duration">How long one pass of the script is.</param>
/// <param name="Loop">Whether it begins again at its end.</param>
internal readonly record struct ScriptTime(TimeSpan Duration, bool Loop)
{
    public TimeSpan Of(TimeSpan time) => Loop ? TimeSpan.FromTicks(time.Ticks % Duration.Ticks) : time;

    public bool IsOver(TimeSpan time) => !Loop && time > Duration;
}
