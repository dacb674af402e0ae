namespace PhysioEdge.Contracts.Events;

/// <summary>The kinds of flagged events. A kind is the last level of the topic; the CloudEvents type is <c>pe.{kind}.v1</c>.</summary>
public static class EventKinds
{
    /// <summary>The range of motion of an exercise stays below the care plan's target.</summary>
    public const string RangeOfMotionDeficit = "rom.deficit";

    /// <summary>A set ended before its prescribed repetitions.</summary>
    public const string SetUnfinished = "set.unfinished";

    /// <summary>The CloudEvents type of that kind.</summary>
    public static string TypeOf(string kind) => $"pe.{kind}.v1";
}
