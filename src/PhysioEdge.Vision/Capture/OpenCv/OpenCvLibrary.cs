namespace PhysioEdge.Vision.Capture.OpenCv;

/// <summary>The native library, which loads only where its own libraries are installed.</summary>
internal static class OpenCvLibrary
{
    private const string Packages = "libgtk-3-0 libharfbuzz0b libfreetype6 libdrm2 libatomic1 libx11-6";

    /// <exception cref="CaptureException">It cannot be loaded.</exception>
    public static T Load<T>(Func<T> firstUse)
    {
        try
        {
            return firstUse();
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            throw new CaptureException(
                $"OpenCV cannot be loaded on this machine. Install what it needs (apt-get install {Packages}), or set the backend to 'ffmpeg'.", e);
        }
    }
}
