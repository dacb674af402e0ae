using System.Diagnostics;

namespace PhysioEdge.TestKit;

/// <summary>Runs a program of the system to its end.</summary>
public static class Tool
{
    /// <returns>What it wrote to stdout.</returns>
    public static string Run(string program, params IEnumerable<string> arguments) => Feed(program, arguments, static _ => { });

    /// <summary>Runs it with something on stdin.</summary>
    public static string Feed(string program, IEnumerable<string> arguments, Action<Stream> writeInput)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using (var input = process.StandardInput.BaseStream)
            writeInput(input);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} failed: {errors.Result}");
        return output.Result;
    }
}
