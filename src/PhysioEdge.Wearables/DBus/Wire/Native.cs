using System.Runtime.InteropServices;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>The three calls that .NET has no equivalent for. None is variadic; the structures are alike on x64 and arm64.</summary>
internal static partial class Native
{
    public const int DontWait = 0x40;
    public const int NoSignal = 0x4000;
    public const int CloseOnExec = 0x40000000;
    public const int ControlTruncated = 0x8;
    public const int Interrupted = 4;
    public const int TryAgain = 11;
    public const int SocketLevel = 1;
    public const int Rights = 1;

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    public static unsafe partial nint ReceiveMessage(SafeHandle socket, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    public static unsafe partial nint SendMessage(SafeHandle socket, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUserId();

    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct IoVector
    {
        public void* Start;
        public nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ControlHeader
    {
        public nuint Length;
        public int Level;
        public int Type;
    }
}
