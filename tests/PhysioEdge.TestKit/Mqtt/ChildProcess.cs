using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace PhysioEdge.TestKit.Mqtt;

/// <summary>A program from Debian that runs beside the test; its lines can be waited for, and it is gone with the test.</summary>
public sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private int _openStreams = 2;

    private ChildProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, arrival) => TakeIn(arrival.Data);
        process.ErrorDataReceived += (_, arrival) => TakeIn(arrival.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets what it prints, line by line.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    public static ChildProcess Start(string package, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Debian keeps daemons where a user's path does not lead.
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin";
        try
        {
            return new ChildProcess(Process.Start(start)!);
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} cannot be started: apt-get install {package}", exception);
        }
    }

    /// <summary>Reads lines until one has one of these in it; gives up long after it should have come.</summary>
    public Task<string> ReadUntilAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
        => ReadUntilAsync(texts, TimeSpan.FromSeconds(30), cancellationToken);

    /// <summary>Reads lines until one has one of these in it, for so long.</summary>
    public async Task<string> ReadUntilAsync(IReadOnlyList<string> texts, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(atMost);
        try
        {
            await foreach (var line in Lines.ReadAllAsync(patience.Token))
            {
                if (texts.Any(text => line.Contains(text, StringComparison.Ordinal)))
                    return line;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} did not print '{string.Join("' or '", texts)}'.");
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} ended without '{string.Join("' or '", texts)}'.");
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal, such as KILL, STOP or CONT.</summary>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
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
