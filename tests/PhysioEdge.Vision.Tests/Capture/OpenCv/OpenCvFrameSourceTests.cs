using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Vision.Tests.Capture.OpenCv;

public sealed class OpenCvFrameSourceTests : FrameSourceContract
{
    protected override CaptureBackend Backend => CaptureBackend.OpenCv;

    [Fact]
    public void A_network_camera_is_sent_to_ffmpeg()
    {
        var error = Assert.Throws<CaptureException>(() => Open("rtsp://camera:secret@192.168.1.20/stream"));

        Assert.Contains("Set the backend to 'ffmpeg'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_whose_times_do_not_grow_are_an_error_and_not_a_guess()
    {
        var path = Clips.PathOf("raw.h264");
        TestKit.Tool.Run("ffmpeg", "-v", "error", "-y", "-i", Clips.Steady.Path, "-c", "copy", path);
        await using var source = Open(path);
        var error = await Assert.ThrowsAsync<CaptureException>(() => ReadAllAsync(source));

        Assert.Contains("The backend 'ffmpeg' can", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_does_not_load_names_the_packages_and_the_way_out()
    {
        var error = Assert.Throws<CaptureException>(() => OpenCvLibrary.Load<int>(
            () => throw new TypeInitializationException("NativeMethods", new DllNotFoundException("libgtk-3.so.0"))));

        Assert.Contains("apt-get install libgtk-3-0 libharfbuzz0b libfreetype6 libdrm2 libatomic1 libx11-6", error.Message, StringComparison.Ordinal);
        Assert.Contains("'ffmpeg'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_camera_is_refused_as_a_camera() => await IsRefused("/dev/null", "OpenCV cannot open the camera");
}
