using System.Globalization;

namespace PhysioEdge.Benchmarks.Setup;

/// <summary>The processor time of this process and of the children it has waited for, on all cores.</summary>
internal static class CpuTime
{
    private const int ChildrenUser = 15;
    private const int ChildrenSystem = 16;

    // proc_pid_stat(5): what Linux reports to programs is in 1/100 s on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    public static TimeSpan Used() => Environment.CpuUsage.TotalTime + Children();

    private static TimeSpan Children()
    {
        // The second field, the name of the program, is in brackets and may hold spaces.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[ChildrenUser - 2], CultureInfo.InvariantCulture) + long.Parse(fields[ChildrenSystem - 2], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
