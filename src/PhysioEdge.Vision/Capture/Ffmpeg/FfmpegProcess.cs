using System.ComponentModel;
using System.Diagnostics;

namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>Starts ffmpeg and its sister programs.</summary>
internal static class FfmpegProcess
{
    /// <summary>Starts a program that is read from.</summary>
    public static Process Start(string program, List<string> arguments, Dictionary<string, string> environment) =>
        Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }, environment);

    /// <summary>Starts a program that is written to.</summary>
    public static Process StartWriter(string program, List<string> arguments) =>
        Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true }, []);

    private static Process Start(ProcessStartInfo start, Dictionary<string, string> environment)
    {
        // These would write addresses with their passwords into a log file, and colours into the lines that are read here.
        start.Environment.Remove("FFREPORT");
        start.Environment.Remove("AV_LOG_FORCE_COLOR");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new CaptureException($"The program '{start.FileName}' cannot be started ({e.Message.TrimEnd('.')}). Install it: apt-get install ffmpeg", e);
        }
    }
}
