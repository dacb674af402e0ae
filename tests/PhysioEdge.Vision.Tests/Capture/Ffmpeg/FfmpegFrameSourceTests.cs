using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture.Ffmpeg;

public sealed class FfmpegFrameSourceTests : FrameSourceContract
{
    protected override CaptureBackend Backend => CaptureBackend.Ffmpeg;

    [Fact]
    public async Task A_change_of_the_picture_size_in_the_middle_is_followed()
    {
        await using var source = Open(Clips.SizeChange.Path);
        var pictures = await ReadAllAsync(source);

        Assert.Equal(Clips.SizeChange.Pictures, pictures.Select(picture => (picture.Number, picture.Time)));
        Assert.All(pictures.Take(30), picture => Assert.Equal((320, 240), (picture.Width, picture.Height)));
        Assert.All(pictures.Skip(30), picture => Assert.Equal((640, 480), (picture.Width, picture.Height)));
    }

    [Fact]
    public async Task A_file_name_that_looks_like_an_option_or_a_protocol_is_a_file_name()
    {
        var path = Clips.PathOf("-i concat:a.mp4");
        File.Copy(Clips.Rotated.Path, path);
        await using var source = Open(path);

        Assert.Equal(10, (await ReadAllAsync(source)).Count);
    }

    [Fact]
    public async Task A_playlist_given_as_a_recording_opens_nothing_on_the_network()
    {
        var path = Clips.PathOf("playlist.m3u8");
        await File.WriteAllTextAsync(path, "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n", Cancel);

        await IsRefused(path);
    }

    [Fact]
    public async Task Without_ffmpeg_it_says_how_to_install_it()
    {
        await using var source = FrameSource.Open(new() { Address = Clips.Steady.Path, FfmpegProgram = "/nowhere/ffmpeg" }, TimeProvider.System);
        var error = await Assert.ThrowsAsync<CaptureException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask());

        Assert.Contains("apt-get install ffmpeg", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_closed_in_the_middle_leaves_no_process_behind()
    {
        var path = Clips.CopyOf(Clips.Live);
        var source = Open(path);
        await source.ReadAsync(new VideoFrame(), Cancel);
        var child = Assert.Single(Processes.WithArgument(path));

        await source.DisposeAsync();

        Assert.False(Processes.Exists(child));
    }

    [Fact]
    public async Task A_finished_recording_leaves_no_process_behind()
    {
        var path = Clips.CopyOf(Clips.Rotated);
        var source = Open(path);
        await source.ReadAsync(new VideoFrame(), Cancel);
        var child = Assert.Single(Processes.WithArgument(path));
        await ReadAllFrom(source);

        await source.DisposeAsync();

        Assert.False(Processes.Exists(child));
    }

    [Fact]
    public async Task An_ffmpeg_that_is_killed_from_outside_is_an_error_and_not_the_end()
    {
        var path = Clips.CopyOf(Clips.Live);
        await using var source = Open(path);
        await source.ReadAsync(new VideoFrame(), Cancel);
        Processes.Kill(Assert.Single(Processes.WithArgument(path)));

        var error = await Assert.ThrowsAsync<CaptureException>(() => ReadAllFrom(source));

        Assert.Contains("ffmpeg ended with code 137", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.ReadableUntil);
    }

    private static async Task ReadAllFrom(IFrameSource source)
    {
        var frame = new VideoFrame();
        while (await source.ReadAsync(frame, Cancel))
        {
        }
    }
}
