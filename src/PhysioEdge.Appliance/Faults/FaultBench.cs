using System.Globalization;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Faults.Scenarios;

namespace PhysioEdge.Appliance.Faults;

/// <summary>Does to the box what the field does, and looks whether anything was lost.</summary>
internal static class FaultBench
{
    public static IReadOnlyList<IFaultScenario> Scenarios { get; } =
    [
        new BrokerKilled(), new Drain(), new HalfOpen(), new ServiceKilled(), new DiskFull(), new IoErrors(), new ClockJumps(), new Receipts(), new Fuzz(),
    ];

    private static readonly TimeSpan FullPatience = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan TestPatience = TimeSpan.FromMinutes(4);

    /// <summary>Runs scenarios one after the other.</summary>
    /// <param name="scenarios">Which.</param>
    /// <param name="full">In the size of the report; else in that of a test.</param>
    /// <param name="say">Is told how far it has come.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    public static async Task<IReadOnlyList<FaultResult>> RunAsync(IEnumerable<IFaultScenario> scenarios, bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var results = new List<FaultResult>();
        foreach (var scenario in scenarios)
        {
            var start = TimeProvider.System.GetTimestamp();
            say($"{scenario.Name} …");
            var result = await RunAsync(scenario, full, text => say($"{scenario.Name}: {text}"), cancellationToken);
            results.Add(result with { Took = TimeProvider.System.GetElapsedTime(start) });
            say(string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}: {(result.Passed ? "held" : "NOT HELD")}, {results[^1].Took.TotalSeconds:0} s"));
        }

        return results;
    }

    private static async Task<FaultResult> RunAsync(IFaultScenario scenario, bool full, Action<string> say, CancellationToken cancellationToken)
    {
        var patience = full ? FullPatience : TestPatience;
        using var timeUp = new CancellationTokenSource(patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeUp.Token);
        try
        {
            return new FaultResult(scenario, await scenario.RunAsync(full, say, either.Token), null);
        }
        catch (OperationCanceledException) when (timeUp.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new FaultResult(scenario, [], $"it did not end within {patience.TotalMinutes:0} minutes.");
        }
        catch (InputException exception)
        {
            return new FaultResult(scenario, [], exception.Message);
        }
    }
}

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Measures">What was looked at.</param>
/// <param name="NotRun">Why it could not be done here; null if it was.</param>
internal sealed record FaultResult(IFaultScenario Scenario, IReadOnlyList<FaultMeasure> Measures, string? NotRun)
{
    public TimeSpan Took { get; init; }

    public bool Passed => NotRun is null && Measures.All(measure => measure.Met != false);
}
