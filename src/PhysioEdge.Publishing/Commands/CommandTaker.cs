using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PhysioEdge.Contracts;
using PhysioEdge.Contracts.Commands;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Storage;

namespace PhysioEdge.Publishing.Commands;

/// <summary>
/// Does what the cloud asks for, one command after the other, and answers where it was asked to: on a topic of this box alone. Commands
/// may be anything; what is not done is refused with a reason, counted, and in the audit log.
/// </summary>
internal sealed partial class CommandTaker(
    Topics topics, IEnumerable<IBoxCommand> commands, CommandAudit audit, LiveStatus<PublisherStatus> status, TimeProvider time, ILogger logger)
{
    /// <summary>So many may wait; more are refused.</summary>
    private const int MostWaiting = 16;

    private readonly Dictionary<string, IBoxCommand> _commands = commands.ToDictionary(command => command.Name, StringComparer.Ordinal);

    // Bounded, refusing: a flood of commands holds up neither receipts nor events.
    private readonly Channel<ReceivedMessage> _waiting = Channel.CreateBounded<ReceivedMessage>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Takes a command in; it is done later. Never waits.</summary>
    public void Take(ReceivedMessage message)
    {
        if (!_waiting.Writer.TryWrite(message))
            Refuse(message, "too many commands at once");
    }

    /// <summary>Does commands for as long as the connection lasts.</summary>
    /// <exception cref="BrokerException">The connection was lost.</exception>
    public async Task RunAsync(BrokerConnection connection, CancellationToken cancellationToken)
    {
        await foreach (var message in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            var result = FaultOf(message) is { } fault ? Refuse(message, fault) : Execute(message);
            if (MayAnswer(message))
                await AnswerAsync(message, result, connection, cancellationToken);
        }
    }

    private string NameOf(ReceivedMessage message) => message.Topic[topics.Command("").Length..] is var name && _commands.ContainsKey(name) ? name : "unknown";

    private bool MayAnswer(ReceivedMessage message) =>
        message is { ResponseTopic: { } topic, Correlation.Length: > 0 and <= CommandRules.MaxCorrelationBytes } && topics.IsAnswer(topic);

    private string? FaultOf(ReceivedMessage message) => message switch
    {
        { IsRetained: true } => "a command must not be retained",
        { Expiry: null } => "a command needs a message expiry",
        { Expiry: var expiry } when expiry > CommandRules.LongestExpiry => $"a command must expire within {CommandRules.LongestExpiry.TotalSeconds:0} s",
        { Expiry: var expiry } when time.GetElapsedTime(message.ArrivedAt) >= expiry => "the command has expired",
        _ when !MayAnswer(message) => $"a command needs a response topic {topics.Answer("+")} and correlation data of 1 to {CommandRules.MaxCorrelationBytes} bytes",
        { Payload.Length: > CommandRules.MaxCommandBytes } => $"{message.Payload.Length} bytes; {CommandRules.MaxCommandBytes} are allowed",
        _ when !_commands.ContainsKey(message.Topic[topics.Command("").Length..]) => $"this box knows the commands {string.Join(", ", _commands.Keys.Order(StringComparer.Ordinal))} only",
        _ => null,
    };

    private CommandResult Refuse(ReceivedMessage message, string why)
    {
        var name = NameOf(message);
        LogRefused(name, why);
        audit.Refused(name, "-", why);
        status.Update(now => now with { RefusedCommands = now.RefusedCommands + 1 });
        return CommandResult.Refused("-", why);
    }

    private CommandResult Execute(ReceivedMessage message)
    {
        var name = NameOf(message);
        var result = TryExecute(_commands[name], message.Payload);
        if (result.Refusal is { } why)
        {
            LogRefused(name, why);
            audit.Refused(name, result.Subject, why);
            status.Update(now => now with { RefusedCommands = now.RefusedCommands + 1 });
        }
        else
        {
            audit.Done(name, result.Subject);
            status.Update(now => now with { Commands = now.Commands + 1 });
        }

        return result;
    }

    private static CommandResult TryExecute(IBoxCommand command, byte[] payload)
    {
        try
        {
            return command.Execute(payload);
        }
        catch (StoreException exception)
        {
            return CommandResult.Refused("-", exception.Message);
        }
    }

    private async Task AnswerAsync(ReceivedMessage message, CommandResult result, BrokerConnection connection, CancellationToken cancellationToken)
    {
        foreach (var answer in AnswersTo(NameOf(message), result))
        {
            var code = await connection.PublishAsync(CommandMessages.Answer(message, answer), cancellationToken);
            if (PublishAnswers.Of(code) == PublishAnswer.Accepted)
                continue;
            status.Update(now => now with { LastError = $"The broker refuses the answer to a command on {topics.Answer("+")}: {code}." });
            return;
        }
    }

    private static IEnumerable<CommandAnswer<object>> AnswersTo(string name, CommandResult result) => result.Refusal is { } why
        ? [new CommandAnswer<object> { Command = name, Outcome = CommandOutcome.Refused, Reason = why }]
        : result.Parts.Select((data, i) => new CommandAnswer<object> { Command = name, Outcome = CommandOutcome.Done, Part = i + 1, Parts = result.Parts.Count, Data = data });

    [LoggerMessage(EventId = 3221, Level = LogLevel.Warning, Message = "The command {Name} was refused: {Reason}.")]
    private partial void LogRefused(string name, string reason);
}
