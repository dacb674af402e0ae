using System.Runtime.InteropServices;
using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

/// <summary>What every source of pictures must do, on real recordings.</summary>
public abstract class FrameSourceContract
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract CaptureBackend Backend { get; }

    [Fact]
    public Task Pictures_at_a_constant_rate_come_each_with_its_own_time() => Yields(Clips.Steady);

    [Fact]
    public Task Pictures_at_a_variable_rate_come_each_with_its_own_time() => Yields(Clips.VariableRate);

    [Fact]
    public Task Pictures_stored_out_of_order_come_in_the_order_of_their_times() => Yields(Clips.BFrames);

    [Fact]
    public Task Pictures_that_an_edit_list_hides_do_not_come() => Yields(Clips.EditList);

    [Fact]
    public Task A_recording_of_a_turned_phone_comes_upright() => Yields(Clips.Rotated);

    [Fact]
    public Task Odd_picture_sizes_keep_every_row_and_column() => Yields(Clips.OddSize);

    [Fact]
    public async Task A_huge_picture_is_scaled_down_and_keeps_its_recorded_size()
    {
        await using var source = Open(Clips.EightK.Path);
        var frame = new VideoFrame();

        Assert.True(await source.ReadAsync(frame, Cancel));

        Assert.Equal((1920, 1080), (frame.Width, frame.Height));
        Assert.Equal((7680, 4320), (frame.SourceWidth, frame.SourceHeight));
        Assert.Equal(0, FrameCode.Read(frame.Rgb, frame.Width, frame.Height));
        Assert.False(await source.ReadAsync(frame, Cancel));
    }

    [Theory]
    [InlineData(64, 64, 48)]
    [InlineData(77, 77, 58)]
    [InlineData(319, 319, 239)]
    [InlineData(320, 320, 240)]
    public async Task Pictures_fit_the_longest_side_asked_for(int limit, int width, int height)
    {
        await using var source = Open(Clips.Steady.Path, limit);
        var pictures = await ReadAllAsync(source);

        Assert.All(pictures, picture => Assert.Equal((width, height), (picture.Width, picture.Height)));
        Assert.Equal(Clips.Steady.Pictures, pictures.Select(picture => (picture.Number, picture.Time)));
    }

    [Fact]
    public async Task Reading_on_fills_the_same_buffers_again_and_again()
    {
        await using var source = Open(Clips.Steady.Path);
        var (frame, buffers) = (new VideoFrame(), new HashSet<byte[]?>());
        while (await source.ReadAsync(frame, Cancel))
            buffers.Add(MemoryMarshal.TryGetArray<byte>(frame.Memory, out var buffer) ? buffer.Array : null);

        Assert.InRange(buffers.Count, 1, 2);
    }

    [Fact]
    public async Task After_the_end_it_stays_at_the_end()
    {
        await using var source = Open(Clips.Rotated.Path);
        await ReadAllAsync(source);

        Assert.False(await source.ReadAsync(new VideoFrame(), Cancel));
    }

    [Fact]
    public async Task A_recording_cut_short_yields_what_is_there_and_then_says_that_the_rest_is_missing()
    {
        await using var source = Open(Clips.CutShort);
        var frame = new VideoFrame();
        var numbers = new List<int?>();
        var error = await Assert.ThrowsAsync<CaptureException>(async () =>
        {
            while (await source.ReadAsync(frame, Cancel))
                numbers.Add(FrameCode.Read(frame.Rgb, frame.Width, frame.Height));
        });

        Assert.InRange(numbers.Count, 30, 90);
        Assert.Equal(Enumerable.Range(0, numbers.Count - 3).Cast<int?>(), numbers.SkipLast(3));
        Assert.Equal(frame.PresentationTime, error.ReadableUntil);
        Assert.Contains($"'{Clips.CutShort}' is cut short: {numbers.Count} pictures", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Matroska_recording_cut_short_says_so_too()
    {
        await using var source = Open(Clips.CutShortMatroska);
        var error = await Assert.ThrowsAsync<CaptureException>(() => ReadAllAsync(source));

        Assert.NotNull(error.ReadableUntil);
        Assert.Contains("is cut short", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_recording_without_its_index_is_refused() =>
        IsRefused(Clips.WithoutIndex, "is cut short: its index", "Copy it again");

    [Fact]
    public Task A_missing_file_is_refused() => IsRefused("/nowhere/squat.mp4", "There is no file", "Check the path");

    [Fact]
    public Task A_folder_is_refused() => IsRefused(Path.GetTempPath(), "is a folder", "Name the video file");

    [Fact]
    public Task An_empty_file_is_refused() => IsRefused(Clips.Empty, "is empty", "Copy the recording again");

    [Fact]
    public Task A_text_file_is_refused() => IsRefused(Clips.Text, "is not a video");

    [Fact]
    public Task A_picture_is_refused() => IsRefused(Clips.Picture, "is a picture (JPEG), not a video", "Give the recording");

    [Fact]
    public Task Sound_without_pictures_is_refused() => IsRefused(Clips.Sound, "holds no video");

    [Fact]
    public Task Pictures_of_no_size_are_refused() => IsRefused(Clips.ZeroSize, "0×0");

    [Fact]
    public Task A_camera_that_is_not_there_is_refused() => IsRefused("/dev/video99", "There is no camera", "Plug it in");

    [Fact]
    public async Task A_file_that_may_not_be_read_is_refused()
    {
        var path = Clips.CopyOf(Clips.Rotated);
        PhysioEdge.TestKit.Tool.Run("chmod", "000", path);
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything");

        await IsRefused(path, "may not be read by the user", "read permission");
    }

    [Fact]
    public async Task A_source_may_be_closed_in_the_middle_and_read_no_more()
    {
        var source = Open(Clips.Live.Path);
        await source.ReadAsync(new VideoFrame(), Cancel);

        await source.DisposeAsync();
        await source.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask());
    }

    [Fact]
    public async Task A_source_may_be_closed_before_its_first_picture()
    {
        var source = Open(Clips.Live.Path);

        await source.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask());
    }

    [Fact]
    public async Task A_read_that_is_cancelled_beforehand_reads_nothing()
    {
        await using var source = Open(Clips.Steady.Path);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => source.ReadAsync(new VideoFrame(), new CancellationToken(true)).AsTask());
    }

    protected IFrameSource Open(string address, int maxLongSidePixels = 1920) =>
        FrameSource.Open(new() { Address = address, Backend = Backend, MaxLongSidePixels = maxLongSidePixels }, TimeProvider.System);

    protected async Task IsRefused(string address, params string[] says)
    {
        await using var source = Open(address);
        var error = await Assert.ThrowsAsync<CaptureException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask());

        Assert.Null(error.ReadableUntil);
        Assert.Contains(address, error.Message, StringComparison.Ordinal);
        Assert.All(says, words => Assert.Contains(words, error.Message, StringComparison.Ordinal));
        var again = await Assert.ThrowsAsync<CaptureException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask());
        Assert.Equal(error.Message, again.Message);
    }

    protected static async Task<List<Picture>> ReadAllAsync(IFrameSource source)
    {
        var (frame, pictures) = (new VideoFrame(), new List<Picture>());
        while (await source.ReadAsync(frame, Cancel))
        {
            Assert.Equal(pictures.Count, frame.Index);
            pictures.Add(new(FrameCode.Read(frame.Rgb, frame.Width, frame.Height) ?? -1, frame.PresentationTime, frame.Width, frame.Height));
        }

        return pictures;
    }

    private async Task Yields(Clip clip)
    {
        await using var source = Open(clip.Path);
        var pictures = await ReadAllAsync(source);

        Assert.Equal(clip.Pictures, pictures.Select(picture => (picture.Number, picture.Time)));
        Assert.All(pictures, picture => Assert.Equal((clip.Width, clip.Height), (picture.Width, picture.Height)));
    }

    protected readonly record struct Picture(int Number, TimeSpan Time, int Width, int Height);
}
