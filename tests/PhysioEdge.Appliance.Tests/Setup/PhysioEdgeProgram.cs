using System.Diagnostics;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>The program as its users start it.</summary>
internal static class PhysioEdgeProgram
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "physioedge");

    /// <summary>Runs a command to its end.</summary>
    public static Task<ProgramResult> RunAsync(params IEnumerable<string> arguments) => RunAsync(new ProcessStartInfo(Path, arguments));

    /// <summary>Runs a command where no other program can be found.</summary>
    public static Task<ProgramResult> RunAloneAsync(params IEnumerable<string> arguments)
        => RunAsync(new ProcessStartInfo(Path, arguments) { Environment = { ["PATH"] = AppContext.BaseDirectory } });

    private static async Task<ProgramResult> RunAsync(ProcessStartInfo start)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}

internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Holds that it ended because of bad input, and said why in one line.</summary>
    public void IsBadInput(params IEnumerable<string> says)
    {
        Assert.Equal(2, ExitCode);
        Assert.All(says, text => Assert.Contains(text, Error, StringComparison.Ordinal));
        Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("   at ", Output, StringComparison.Ordinal);
    }
}
