namespace PhysioEdge.Publishing.Commands;

/// <summary>Something that the cloud may ask this box for. Only what is registered is done, and it changes nothing on the box.</summary>
public interface IBoxCommand
{
    /// <summary>Gets its name, the last level of its topic, such as <c>evidence</c>.</summary>
    string Name { get; }

    /// <summary>Does what was asked. It is asked one command after the other.</summary>
    /// <param name="payload">What came with the command; anybody may have sent it.</param>
    /// <returns>What to answer, or why not. A store that fails may throw its exception: it is answered too.</returns>
    CommandResult Execute(ReadOnlyMemory<byte> payload);
}

/// <summary>What came of a command.</summary>
/// <param name="Subject">What it was about, for the audit log: never a patient.</param>
/// <param name="Refusal">Why it was not done, in words; null if it was.</param>
/// <param name="Parts">The data of each message of the answer; each at most <see cref="Contracts.Commands.CommandRules.MaxPayloadBytes"/> with what is around it.</param>
public sealed record CommandResult(string Subject, string? Refusal, IReadOnlyList<object> Parts)
{
    /// <summary>It was done.</summary>
    public static CommandResult Done(string subject, params IReadOnlyList<object> parts) => new(subject, null, parts);

    /// <summary>It was not done.</summary>
    public static CommandResult Refused(string subject, string why) => new(subject, why, []);
}
