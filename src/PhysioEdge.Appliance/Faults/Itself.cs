using System.Reflection;

namespace PhysioEdge.Appliance.Faults;

/// <summary>This program, to be started again beside itself.</summary>
internal static class Itself
{
    /// <summary>The program and its arguments, whether it was started by its own name or through dotnet.</summary>
    public static (string Program, IReadOnlyList<string> Arguments) With(params IReadOnlyList<string> arguments)
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? (program, [Assembly.GetExecutingAssembly().Location, .. arguments]) : (program, arguments);
    }

    public static LabProgram Start(IReadOnlyList<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var (program, all) = With(arguments);
        return LabProgram.Start("dotnet-runtime-10.0", program, all, variables);
    }
}
