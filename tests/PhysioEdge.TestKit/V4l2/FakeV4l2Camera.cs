using PhysioEdge.TestKit.Video;

namespace PhysioEdge.TestKit.V4l2;

/// <summary>
/// A camera of this machine without a driver: a library that answers for one, for processes that preload it.
/// Needs the Debian packages gcc and libc6-dev.
/// </summary>
public sealed class FakeV4l2Camera : IDisposable
{
    private static readonly Lazy<string> Library = new(Compile);

    /// <summary>Gets the address: a file below /dev that everybody may make.</summary>
    public string Address { get; } = $"/dev/shm/physioedge-{Path.GetRandomFileName()}";

    public FakeV4l2Camera() => File.WriteAllBytes(Address, []);

    /// <summary>Gets the environment in which a process sees the camera.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment => [new("LD_PRELOAD", Library.Value), new("FAKE_V4L2", Address)];

    public void Dispose() => File.Delete(Address);

    private static string Compile()
    {
        var library = Clips.PathOf("fake_v4l2.so");
        Tool.Run("gcc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, Path.Combine(AppContext.BaseDirectory, "V4l2", "fake_v4l2.c"), "-ldl");
        return library;
    }
}
