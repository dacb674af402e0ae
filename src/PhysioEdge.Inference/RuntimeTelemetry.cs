using System.Runtime.InteropServices;

namespace PhysioEdge.Inference;

/// <summary>
/// ONNX Runtime's official builds tell its makers which models are used, under an identifier that they keep in the user's cache, unless
/// this variable is set in the process before it is first used (its Privacy.md). Nothing leaves the box that a clinic did not ask for.
/// </summary>
internal static partial class RuntimeTelemetry
{
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    public static void Forbid()
    {
        // .NET keeps the environment to itself: native code sees only what is set natively.
        if (SetVariable(Variable, "1", 1) != 0)
            throw new ModelException($"The environment variable {Variable} cannot be set, so ONNX Runtime would send data away. Set it to 1 before the program starts.");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
