using PhysioEdge.Publishing.Commands;
using PhysioEdge.Publishing.Health;

namespace PhysioEdge.Appliance.CloudCommands;

/// <summary>Says how the box is, now.</summary>
internal sealed class HealthCommand(IBoxReport report) : IBoxCommand
{
    public string Name => "health";

    public CommandResult Execute(ReadOnlyMemory<byte> payload) => CommandResult.Done("box", report.Health());
}
