using System.Reflection;

namespace PhysioEdge.Appliance.Health;

/// <summary>Which version of the program this is.</summary>
internal static class ProgramVersion
{
    /// <summary>Gets the version with what it was built from.</summary>
    public static string Full { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the version alone.</summary>
    public static string Short { get; } = Full.Split('+')[0];
}
