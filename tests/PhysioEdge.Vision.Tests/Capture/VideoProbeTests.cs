using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class VideoProbeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_what_a_progress_bar_needs()
    {
        var info = await ProbeAsync(Clips.Steady.Path);

        Assert.Equal(new VideoInfo("h264", 320, 240, TimeSpan.FromSeconds(2), 30, 60), info);
    }

    [Fact]
    public async Task A_recording_of_a_turned_phone_is_measured_upright()
    {
        var info = await ProbeAsync(Clips.Rotated.Path);

        Assert.Equal((240, 320), (info.Width, info.Height));
    }

    [Fact]
    public async Task What_a_container_does_not_tell_is_unknown()
    {
        var info = await ProbeAsync(Clips.SizeChange.Path);

        Assert.Null(info.FrameCount);
    }

    [Fact]
    public async Task Without_a_picture_it_says_so_early()
    {
        Assert.Contains("holds no video", await ErrorAsync(Clips.Sound), StringComparison.Ordinal);
        Assert.Contains("0×0", await ErrorAsync(Clips.ZeroSize), StringComparison.Ordinal);
        Assert.Contains("is not a video", await ErrorAsync(Clips.Text), StringComparison.Ordinal);
        Assert.Contains("There is no file", await ErrorAsync("/nowhere/squat.mp4"), StringComparison.Ordinal);
    }

    private static Task<VideoInfo> ProbeAsync(string path) => VideoProbe.ReadAsync(new() { Address = path }, Cancel);

    private static async Task<string> ErrorAsync(string path) =>
        (await Assert.ThrowsAsync<CaptureException>(() => ProbeAsync(path))).Message;
}
