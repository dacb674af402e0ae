using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Bluetooth.Daemon;

/// <summary>Takes in agents; these devices pair without asking one.</summary>
internal sealed class AgentManager : BluezObject
{
    private readonly Dictionary<string, string> _agents = [];

    public AgentManager(BluezDaemon daemon)
        : base(daemon, "/org/bluez") => Has(BluezNames.AgentManager);

    /// <summary>Gets the number of clients that have an agent.</summary>
    public int Agents => _agents.Count;

    public override Message? Call(Message call)
    {
        switch (call.Member, call.Arguments())
        {
            case ("RegisterAgent", [ObjectPath agent, string]):
                if (!_agents.TryAdd(call.Sender!, agent.Value))
                    throw BluezError.AlreadyExists;
                return call.Reply();
            case ("UnregisterAgent", [ObjectPath agent]):
                if (_agents.GetValueOrDefault(call.Sender!) != agent.Value)
                    throw BluezError.DoesNotExist;
                _agents.Remove(call.Sender!);
                return call.Reply();
            case ("RequestDefaultAgent", [ObjectPath agent]):
                return _agents.GetValueOrDefault(call.Sender!) == agent.Value ? call.Reply() : throw BluezError.DoesNotExist;
            default:
                throw UnknownMethod(call);
        }
    }

    public void Forget(string client) => _agents.Remove(client);
}
