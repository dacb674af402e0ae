using System.Diagnostics;
using System.Runtime.CompilerServices;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Storage.Tests.Outbox;

/// <summary>This test program started once more, as a service that does nothing but append and say what was stored.</summary>
internal static class AppendUntilKilled
{
    private const string FolderVariable = "PHYSIOEDGE_TEST_APPEND_UNTIL_KILLED";

    public static Process Start(string folder) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        ArgumentList = { typeof(AppendUntilKilled).Assembly.Location },
        Environment = { [FolderVariable] = folder },
        RedirectStandardOutput = true,
    })!;

    // Runs before the test runner would.
    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { } folder)
            return;

        using var store = EdgeStore.Open(folder, TimeProvider.System);
        for (var number = 0; ; number++)
            Console.WriteLine(store.Append(TestEvents.RomDeficit($"e{number}")).Data.Seq);
    }
}
