using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Faults;

/// <summary>A program that runs beside the bench; its lines can be read, and signals sent to it.</summary>
internal sealed class LabProgram : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private int _openStreams = 2;

    private LabProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, arrival) => TakeIn(arrival.Data);
        process.ErrorDataReceived += (_, arrival) => TakeIn(arrival.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets what it prints, line by line; it ends with the program.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    public int Id => _process.Id;

    /// <exception cref="InputException">The program is not there.</exception>
    public static LabProgram Start(string package, string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Debian keeps daemons where a user's path does not lead.
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        try
        {
            return new LabProgram(Process.Start(start)!);
        }
        catch (Win32Exception exception)
        {
            throw new InputException($"{program} cannot be started: apt-get install {package}", exception);
        }
    }

    /// <summary>Reads lines until one contains the text.</summary>
    /// <exception cref="InputException">It ended without.</exception>
    public async Task<string> UntilAsync(string text, CancellationToken cancellationToken)
    {
        var last = "nothing";
        await foreach (var line in Lines.ReadAllAsync(cancellationToken))
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
            last = line;
        }

        throw new InputException($"{_process.StartInfo.FileName} ended without '{text}'; it said last: {last}");
    }

    /// <summary>Sends a signal, such as STOP or CONT.</summary>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it as a power cut would, with all that it has started.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void TakeIn(string? line)
    {
        if (line is not null)
            _lines.Writer.TryWrite(line);
        else if (Interlocked.Decrement(ref _openStreams) == 0)
            _lines.Writer.TryComplete();
    }
}
