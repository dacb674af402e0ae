namespace PhysioEdge.Simulation.Wearables;

/// <summary>Turns time since the beginning into the script's own.</summary>
/// <param name="Duration">How long one pass of the script is.</param>
/// <param name="End">What comes after it.</param>
internal readonly record struct ScriptTime(TimeSpan Duration, ScriptEnd End)
{
    public TimeSpan Of(TimeSpan time) => End == ScriptEnd.Again ? TimeSpan.FromTicks(time.Ticks % Duration.Ticks) : time;

    public bool IsOver(TimeSpan time) => End == ScriptEnd.Silence && time > Duration;
}
