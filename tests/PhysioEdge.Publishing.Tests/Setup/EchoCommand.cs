using System.Text;
using PhysioEdge.Publishing.Commands;

namespace PhysioEdge.Publishing.Tests.Setup;

/// <summary>Answers what it is asked, in as many parts as there are words.</summary>
internal sealed class EchoCommand : IBoxCommand
{
    public int Executed { get; private set; }

    public string Name => "echo";

    public CommandResult Execute(ReadOnlyMemory<byte> payload)
    {
        Executed++;
        var text = Encoding.UTF8.GetString(payload.Span);
        return text.Length == 0 ? CommandResult.Refused("-", "there is nothing to say") : CommandResult.Done("box", [.. text.Split(' ')]);
    }
}
