using PhysioEdge.Analysis.Samples;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Annotation;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Tests.Pose;

namespace PhysioEdge.Vision.Tests.Annotation;

public sealed class AnnotatedVideoTests : IDisposable
{
    private const int RateHz = 10;

    private static readonly PoseFrame Nobody = new() { CapturedAt = default };

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Target => _folder.File("annotated.mp4");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_has_every_picture_at_its_time()
    {
        await WriteAsync(Target, [.. Enumerable.Range(0, 12).Select(i => (i, i / 10.0))]);

        var shown = await ReadAsync(Target);

        Assert.Equal([.. Enumerable.Range(0, 12)], shown.Select(picture => picture.Number));
        Assert.All(shown.Index(), picture => Assert.Equal(picture.Index / 10.0, picture.Item.Seconds, 1e-3));
        Assert.Equal("1.200000", Tool.Run(
            "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "default=nw=1:nk=1", Target).Trim());
    }

    [Fact]
    public async Task In_a_gap_of_an_uneven_recording_the_picture_before_stays_and_the_next_does_not_come_too_early()
    {
        await WriteAsync(Target, [(1, 0), (2, 0.1), (3, 0.5), (4, 0.6)]);

        Assert.Equal([1, 2, 2, 2, 2, 3, 4], (await ReadAsync(Target)).Select(picture => picture.Number));
    }

    [Fact]
    public async Task Of_pictures_closer_than_the_rate_some_are_left_out_and_the_time_is_kept()
    {
        await WriteAsync(Target, [.. Enumerable.Range(0, 31).Select(i => (i, i / 30.0))]);

        var shown = await ReadAsync(Target);

        Assert.Equal(11, shown.Count);
        Assert.All(shown.Index(), picture => Assert.InRange(picture.Item.Number!.Value, (3 * picture.Index) - 2, (3 * picture.Index) + 1));
    }

    [Fact]
    public async Task The_skeleton_is_in_the_file()
    {
        await using (var video = new AnnotatedVideo(Target, RateHz))
        {
            await video.WriteAsync(Pictures.Plain(640, 480), SkeletonPainterTests.Pose(), [], Cancel);
            await video.CompleteAsync(Cancel);
        }

        var frame = await FirstAsync(Target);
        var (left, right) = (SkeletonPainterTests.Place(BodyLandmark.LeftKnee), SkeletonPainterTests.Place(BodyLandmark.RightKnee));
        var orange = Pictures.Pixel(frame, (int)left.X, (int)left.Y).ToArray();
        var blue = Pictures.Pixel(frame, (int)right.X, (int)right.Y).ToArray();
        Assert.True(orange[0] > orange[2] + 60, $"{orange[0]} {orange[1]} {orange[2]}");
        Assert.True(blue[2] > blue[0] + 60, $"{blue[0]} {blue[1]} {blue[2]}");
    }

    [Fact]
    public async Task A_picture_of_another_size_than_the_first_is_left_out()
    {
        await using (var video = new AnnotatedVideo(Target, RateHz))
        {
            await video.WriteAsync(Coded(1, 0), Nobody, [], Cancel);
            await video.WriteAsync(Pictures.Plain(64, 64), Nobody, [], Cancel);
            await video.WriteAsync(Coded(2, 0.1), Nobody, [], Cancel);
            await video.CompleteAsync(Cancel);
        }

        Assert.Equal([1, 2], (await ReadAsync(Target)).Select(picture => picture.Number));
    }

    [Fact]
    public async Task Pictures_with_odd_sides_can_be_written()
    {
        await using (var video = new AnnotatedVideo(Target, RateHz))
        {
            await video.WriteAsync(Pictures.Plain(321, 241), Nobody, ["text"], Cancel);
            await video.CompleteAsync(Cancel);
        }

        var frame = await FirstAsync(Target);
        Assert.Equal((322, 242), (frame.Width, frame.Height));
    }

    [Fact]
    public async Task An_existing_file_is_replaced()
    {
        await File.WriteAllTextAsync(Target, "not a video", Cancel);
        await WriteAsync(Target, [(5, 0)]);

        Assert.Equal(5, Assert.Single(await ReadAsync(Target)).Number);
    }

    [Theory]
    [InlineData("no/such/folder/annotated.mp4", "No such file or directory")]
    [InlineData("", "Is a directory")]
    public async Task A_file_that_cannot_be_written_is_an_error_with_its_name_and_the_reason(string name, string reason)
    {
        var error = await Assert.ThrowsAsync<CaptureException>(
            () => WriteAsync(_folder.File(name), [.. Enumerable.Range(0, 30).Select(i => (i, i / 10.0))]));

        Assert.Contains($"'{_folder.File(name)}' cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_ffmpeg_the_error_says_how_to_install_it()
    {
        await using var video = new AnnotatedVideo(new VideoFile(Target, RateHz) { FfmpegProgram = _folder.File("ffmpeg") });

        var error = await Assert.ThrowsAsync<CaptureException>(() => video.WriteAsync(Coded(1, 0), Nobody, [], Cancel));

        Assert.Contains("apt-get install ffmpeg", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task Nothing_written_is_no_file_and_no_error()
    {
        await using var video = new AnnotatedVideo(Target, RateHz);

        await video.CompleteAsync(Cancel);

        Assert.False(File.Exists(Target));
    }

    private static async Task WriteAsync(string path, IEnumerable<(int Number, double Seconds)> pictures)
    {
        await using var video = new AnnotatedVideo(path, RateHz);
        foreach (var (number, seconds) in pictures)
            await video.WriteAsync(Coded(number, seconds), Nobody, [], Cancel);
        await video.CompleteAsync(Cancel);
    }

    private static VideoFrame Coded(int number, double seconds)
    {
        var frame = Pictures.Plain(320, 240);
        frame.PresentationTime = TimeSpan.FromSeconds(seconds);
        FrameCode.Paint(frame.Rgb, 320, 240, number);
        return frame;
    }

    private static async Task<List<(int? Number, double Seconds)>> ReadAsync(string path)
    {
        await using var source = FrameSource.Open(new FrameSourceOptions { Address = path }, TimeProvider.System);
        var (frame, shown) = (new VideoFrame(), new List<(int?, double)>());
        while (await source.ReadAsync(frame, Cancel))
            shown.Add((FrameCode.Read(frame.Rgb, frame.Width, frame.Height), frame.PresentationTime.TotalSeconds));
        return shown;
    }

    private static async Task<VideoFrame> FirstAsync(string path)
    {
        await using var source = FrameSource.Open(new FrameSourceOptions { Address = path }, TimeProvider.System);
        var frame = new VideoFrame();
        Assert.True(await source.ReadAsync(frame, Cancel));
        return frame;
    }
}
