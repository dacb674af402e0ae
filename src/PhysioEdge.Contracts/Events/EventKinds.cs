namespace PhysioEdge.Contracts.Events;

/// <summary>The kinds of flagged events. A kind is the last level of the topic; the CloudEvents type is <c>pe.{kind}.v1</c>.</summary>
public static class EventKinds
{
    /// <summary>The range of motion of an exercise stays below the care plan's target.</summary>
    public const string RangeOfMotionDeficit = "rom.deficit";

    /// <summary>A set ended before its prescribed repetitions.</summary>
    public const string SetUnfinished = "set.unfinished";

    /// <summary>The range of motion has fallen from what the patient reached before.</summary>
    public const string RangeOfMotionDecline = "rom.decline";

    /// <summary>The trunk leans to make up for what the joint does not do.</summary>
    public const string Compensation = "form.compensation";

    /// <summary>Repetitions are done too fast.</summary>
    public const string TempoFast = "tempo.fast";

    /// <summary>The patient left the view during a set.</summary>
    public const string ViewLost = "view.lost";

    /// <summary>A leg bears more than is prescribed.</summary>
    public const string LoadLimit = "load.limit";

    /// <summary>One leg bears much more than the other: more than the plan allows.</summary>
    public const string AsymmetryLimit = "asymmetry.limit";

    /// <summary>The load of the two legs has become more unequal than the patient's usual.</summary>
    public const string AsymmetryLoad = "asymmetry.load";

    /// <summary>The timing of the two legs has become more unequal than the patient's usual.</summary>
    public const string AsymmetryTiming = "asymmetry.timing";

    /// <summary>The heart rate stays above the plan's limit.</summary>
    public const string HeartRateLimit = "heart-rate.limit";

    /// <summary>The heart rate has risen suddenly.</summary>
    public const string HeartRateRise = "heart-rate.rise";

    /// <summary>The patient gives a high pain score.</summary>
    public const string Pain = "pain.high";

    /// <summary>A device has fallen silent in a session.</summary>
    public const string DeviceSilent = "device.silent";

    private const string Start = "pe.";
    private const string End = ".v1";

    /// <summary>The CloudEvents type of that kind.</summary>
    public static string TypeOf(string kind) => $"{Start}{kind}{End}";

    /// <summary>The kind of that CloudEvents type; null if the type is not of the form <c>pe.{kind}.v1</c> with a kind fit for a topic.</summary>
    public static string? Of(string type)
    {
        if (!type.StartsWith(Start, StringComparison.Ordinal) || !type.EndsWith(End, StringComparison.Ordinal) || type.Length <= Start.Length + End.Length)
            return null;
        var kind = type[Start.Length..^End.Length];
        return kind.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-') ? kind : null;
    }
}
