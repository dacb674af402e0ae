using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts.Commands;

/// <summary>One message of a box's answer to a command, at most <see cref="CommandRules.MaxPayloadBytes"/> bytes; all of them carry the command's correlation data.</summary>
/// <typeparam name="T">What the command gives.</typeparam>
public sealed record CommandAnswer<T>
{
    /// <summary>Gets the command.</summary>
    public required string Command { get; init; }

    /// <summary>Gets whether it was done.</summary>
    public required CommandOutcome Outcome { get; init; }

    /// <summary>Gets why it was refused, in words; null if it was done.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets which part of the answer this is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Gets of how many.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Gets what the command gave; null if it was refused.</summary>
    public T? Data { get; init; }
}

/// <summary>What is the same for all commands and their answers.</summary>
public static class CommandRules
{
    /// <summary>The largest answer that is published in one message, in bytes.</summary>
    public const int MaxPayloadBytes = 8 * 1024;

    /// <summary>The largest command that is looked at, in bytes.</summary>
    public const int MaxCommandBytes = 4 * 1024;

    /// <summary>The longest correlation data, in bytes.</summary>
    public const int MaxCorrelationBytes = 64;

    /// <summary>A command must expire within this time: what was asked for long ago is not done now.</summary>
    public static TimeSpan LongestExpiry { get; } = TimeSpan.FromMinutes(2);
}

/// <summary>What became of a command.</summary>
[JsonConverter(typeof(StrictEnumConverter<CommandOutcome>))]
public enum CommandOutcome
{
    /// <summary>It was done.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It was not done, and the reason says why.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
