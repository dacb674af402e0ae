namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>What this process holds. A task that is leaked is held by a timer, or it shows in the heap.</summary>
/// <param name="Handles">Open file descriptors, those of loaded libraries apart.</param>
/// <param name="Timers">Timers that run.</param>
/// <param name="Threads">Threads of the pool.</param>
/// <param name="HeapBytes">What is reachable.</param>
internal readonly record struct Holdings(int Handles, long Timers, int Threads, long HeapBytes)
{
    public static Holdings Now()
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        return new Holdings(Directory.GetFiles("/proc/self/fd").Count(IsNoProgram), Timer.ActiveCount, ThreadPool.ThreadCount, heap);
    }

    // The libraries that are loaded stay open, and some are loaded late.
    private static bool IsNoProgram(string handle) => File.ResolveLinkTarget(handle, returnFinalTarget: false)?.Extension is not (".dll" or ".pdb" or ".so");
}
