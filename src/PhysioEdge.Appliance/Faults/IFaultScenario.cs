namespace PhysioEdge.Appliance.Faults;

/// <summary>Something that goes wrong in the field, done on purpose.</summary>
internal interface IFaultScenario
{
    /// <summary>Gets its name on the command line.</summary>
    string Name { get; }

    /// <summary>Gets what is done, in one sentence.</summary>
    string What { get; }

    /// <summary>Does it.</summary>
    /// <param name="full">In the size of the report; else in that of a test.</param>
    /// <param name="say">Is told how far it has come.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    /// <exception cref="Commands.InputException">This machine cannot do it; the message says what is missing.</exception>
    Task<IReadOnlyList<FaultMeasure>> RunAsync(bool full, Action<string> say, CancellationToken cancellationToken);
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">What came out, with its unit.</param>
/// <param name="Aim">What should come out; null if nothing in particular.</param>
/// <param name="Met">Whether it did; null without an aim, and for speeds at the size of a test.</param>
internal sealed record FaultMeasure(string Name, string Value, string? Aim = null, bool? Met = null);
