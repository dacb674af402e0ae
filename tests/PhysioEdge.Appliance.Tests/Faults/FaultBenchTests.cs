using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Faults;

/// <summary>The fault bench in the size of a test: what must not be lost is not lost. Speeds are for docs/reliability.md.</summary>
public class FaultBenchTests
{
    [Theory]
    [InlineData("broker-killed")]
    [InlineData("drain")]
    [InlineData("half-open")]
    [InlineData("service-killed")]
    [InlineData("disk-full")]
    [InlineData("io-errors")]
    [InlineData("clock-jumps")]
    [InlineData("receipts")]
    [InlineData("fuzz")]
    public async Task Nothing_acknowledged_is_lost(string scenario)
    {
        var bench = await PhysioEdgeProgram.RunAsync("bench", "faults", "--only", scenario);

        Assert.SkipWhen(bench.Output.Contains("Not run: mount", StringComparison.Ordinal), "This machine lets nobody mount a disk.");
        Assert.SkipWhen(bench.Output.Contains("ptrace", StringComparison.OrdinalIgnoreCase), "This machine lets nobody trace a program.");
        Assert.True(bench.ExitCode == 0, bench.Output + bench.Error);
        Assert.Contains($"| {scenario} | yes |", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_there_is_not_is_refused_with_those_that_there_are()
        => (await PhysioEdgeProgram.RunAsync("bench", "faults", "--only", "flood")).IsBadInput("There is no scenario flood", "broker-killed", "fuzz");
}
