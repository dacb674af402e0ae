using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.Ffmpeg;

namespace PhysioEdge.Vision.Tests.Capture.Ffmpeg;

public sealed class FfmpegFailureTests
{
    [Theory]
    [InlineData("/dev/video0", "[error] /dev/video0: Permission denied", "group 'video'")]
    [InlineData("/dev/video0", "[error] ioctl(VIDIOC_STREAMON): Device or resource busy", "in use by another program")]
    [InlineData("/dev/video0", "[error] ioctl(VIDIOC_DQBUF): No such device", "unplugged")]
    [InlineData("/dev/video1", "[video4linux2,v4l2 @ 0x1] [error] Not a video capture device.", "try the next lower number")]
    [InlineData("/dev/video0", "[error] Cannot find a proper format for codec 'none' (id 0), pixel format 'none' (id -1)", "v4l2-ctl --list-formats-ext")]
    [InlineData("rtsp://u:secret@10.0.0.7/x", "[error] rtsp://u:secret@10.0.0.7/x: No route to host", "cannot be reached")]
    [InlineData("rtsp://u:secret@10.0.0.7/x", "[error] rtsp://u:secret@10.0.0.7/x: Connection timed out", "cannot be reached")]
    [InlineData("rtsp://u:secret@10.0.0.7/x", "[error] something rtsp://u:secret@10.0.0.8/y new", "sends no pictures")]
    [InlineData("squat.mp4", "[error] Decoder (codec hevc) not found for input stream #0:0", "Convert it to H.264")]
    public void What_ffmpeg_says_becomes_words_and_a_remedy(string address, string error, string says)
    {
        var failure = FfmpegFailure.Explain(CameraAddress.Parse(address), [error], 1, null);

        Assert.StartsWith(CameraAddress.Parse(address).ToString(), failure.Message, StringComparison.Ordinal);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_ffmpeg_are_kept_for_those_who_know_them() =>
        Assert.Equal(
            "'squat.mp4' broke off while it was being read. (ffmpeg: Conversion failed in a new way)",
            FfmpegFailure.Explain(CameraAddress.Parse("squat.mp4"), ["[x @ 0x1] [error] Conversion failed in a new way"], 1, TimeSpan.FromSeconds(1)).Message);

    [Fact]
    public void A_stream_that_ends_after_a_damaged_picture_is_not_called_no_camera() =>
        Assert.Contains(
            "has stopped sending pictures",
            FfmpegFailure.Explain(
                CameraAddress.Parse("rtsp://10.0.0.7/x"), ["[error] Error while decoding stream #0:0: Invalid data found when processing input"], 0, TimeSpan.FromHours(1)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_silent_death_tells_its_exit_code() =>
        Assert.EndsWith("(ffmpeg ended with code 137)", FfmpegFailure.Explain(CameraAddress.Parse("squat.mp4"), [], 137, null).Message, StringComparison.Ordinal);
}
