using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.DBus;

/// <summary>Which signals a client wants (D-Bus Specification, "Match Rules").</summary>
/// <param name="Sender">A well-known name; the bus compares with its owner.</param>
/// <param name="Interface">The signal's interface.</param>
/// <param name="Member">The signal's name; null: any.</param>
/// <param name="Argument">The first argument; null: any.</param>
internal sealed record MatchRule(string Sender, string Interface, string? Member = null, string? Argument = null)
{
    public override string ToString() =>
        $"type='signal',sender='{Sender}',interface='{Interface}'"
        + (Member is null ? "" : $",member='{Member}'")
        + (Argument is null ? "" : $",arg0='{Argument}'");

    public bool Matches(Message signal) => signal.Interface == Interface && (Member is null || signal.Member == Member);
}
