using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;
using PhysioEdge.TestKit;

namespace PhysioEdge.Benchmarks.Report;

/// <summary>What the figures depend on; nothing that tells whose machine it is.</summary>
internal static class Machine
{
    public static string Processor => $"{CpuInfo("model name") ?? DeviceTreeModel() ?? "unknown"} ({RuntimeInformation.ProcessArchitecture})";

    public static string System => RuntimeInformation.OSDescription;

    /// <summary>Gets how many programs wanted to run at a time, over the last minute.</summary>
    public static double LoadAverage => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    public static string OnnxRuntime => OrtEnv.Instance().GetVersionString();

    public static string OpenCv
    {
        get
        {
            try
            {
                return Cv2.GetVersionString() ?? "unknown";
            }
            catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
            {
                return "cannot be loaded";
            }
        }
    }

    public static string Ffmpeg
    {
        get
        {
            try
            {
                return Tool.Run("ffmpeg", "-version").Split(' ')[2];
            }
            catch (Win32Exception)
            {
                return "not installed";
            }
        }
    }

    private static string? CpuInfo(string key) => File.ReadLines("/proc/cpuinfo")
        .Where(line => line.StartsWith(key, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault();

    /// <summary>ARM boards have no model name in cpuinfo.</summary>
    private static string? DeviceTreeModel()
        => File.Exists("/proc/device-tree/model") ? File.ReadAllText("/proc/device-tree/model").TrimEnd('\0') : null;
}
