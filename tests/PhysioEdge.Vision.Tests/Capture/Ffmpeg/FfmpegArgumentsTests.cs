using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.Ffmpeg;

namespace PhysioEdge.Vision.Tests.Capture.Ffmpeg;

public sealed class FfmpegArgumentsTests
{
    [Fact]
    public void A_device_is_asked_for_size_rate_and_format()
    {
        var arguments = Input(new()
        {
            Address = "/dev/video2",
            DeviceWidthPixels = 1280,
            DeviceHeightPixels = 720,
            DeviceFrameRateHz = 30,
            DevicePixelFormat = "mjpeg",
        });

        Assert.Equal(
            ["-thread_type", "slice", "-f", "v4l2", "-input_format", "mjpeg", "-video_size", "1280x720", "-framerate", "30", "-i", "/dev/video2"],
            arguments);
    }

    [Fact]
    public void A_device_that_is_asked_for_nothing_stays_as_it_is_set() =>
        Assert.Equal(["-thread_type", "slice", "-f", "v4l2", "-i", "/dev/video2"], Input(new() { Address = "/dev/video2" }));

    [Fact]
    public void A_network_camera_comes_by_tcp_without_sound_and_not_forever()
    {
        var arguments = Input(new() { Address = "rtsp://camera:secret@10.0.0.7/live" });

        Assert.Equal(
            ["-thread_type", "slice", "-fpsprobesize", "0", "-timeout", "10000000", "-rtsp_transport", "tcp", "-allowed_media_types", "video", "-i", "rtsp://camera:secret@10.0.0.7/live"],
            arguments);
    }

    [Fact]
    public void Of_half_a_size_nothing_is_asked() =>
        Assert.DoesNotContain("-video_size", Input(new() { Address = "/dev/video2", DeviceWidthPixels = 1280 }));

    private static IEnumerable<string> Input(FrameSourceOptions options) =>
        FfmpegArguments.ForPictures(CameraAddress.Parse(options.Address), options)
            .SkipWhile(argument => argument != "level+info").Skip(1).TakeWhile(argument => argument != "-map");
}
