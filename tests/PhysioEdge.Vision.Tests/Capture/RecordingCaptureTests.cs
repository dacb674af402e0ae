using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class RecordingCaptureTests : CameraTestBase
{
    public RecordingCaptureTests() => Options.Address = "squat.mp4";

    [Fact]
    public async Task Every_picture_is_handed_on_and_the_end_is_the_end()
    {
        var (source, read) = await StartAsync();
        source.Show(0.0, 0.1, 0.2, 0.3);
        source.End();

        var times = new List<double>();
        for (var more = await read; more; more = await Camera.ReadAsync(Frame, Cancel))
            times.Add(Frame.CapturedAt.TotalSeconds);

        Assert.Equal([0.0, 0.1, 0.2, 0.3], times);
        await source.Closed;
        var ended = await Until(CameraState.Ended);
        Assert.Equal((4, 0, 0), (ended.Captured, ended.Dropped, ended.Restarts));
        Assert.Equal(4 * Frame.Rgb.Length, ended.CapturedBytes);
    }

    [Fact]
    public async Task A_recording_that_cannot_be_read_tells_its_reader()
    {
        var (source, read) = await StartAsync();
        source.Break(new CaptureException("'squat.mp4' is empty"));

        Assert.Equal("'squat.mp4' is empty", (await Assert.ThrowsAsync<CaptureException>(() => read)).Message);
        Assert.Equal("'squat.mp4' is empty", (await Until(CameraState.Failed)).LastError);
        await Assert.ThrowsAsync<CaptureException>(() => Camera.ReadAsync(Frame, Cancel).AsTask());
    }

    [Fact]
    public async Task A_recording_cut_short_hands_on_what_is_there_first()
    {
        var (source, read) = await StartAsync();
        source.Show(0.0);
        source.Break(new CaptureException("cut short") { ReadableUntil = TimeSpan.Zero });

        Assert.True(await read);
        await Assert.ThrowsAsync<CaptureException>(() => Camera.ReadAsync(Frame, Cancel).AsTask());
    }

    [Fact]
    public async Task A_slow_disk_is_no_stall()
    {
        var (source, read) = await StartAsync();
        Time.Advance(TimeSpan.FromHours(1));
        source.Show(0.0);

        Assert.True(await read);
        Assert.Equal(0, Camera.Status.Stalls);
    }

    [Theory]
    [InlineData(1.0, 500)]
    [InlineData(2.0, 250)]
    [InlineData(0.5, 1000)]
    public async Task Played_at_a_speed_each_picture_comes_when_it_is_due(double speed, int waitMilliseconds)
    {
        Options.ReplaySpeed = speed;
        var (source, read) = await StartAsync();
        source.Show(0.0, 0.5, 1.0);
        await read;
        foreach (var due in new[] { 0.5, 1.0 })
        {
            var next = Camera.ReadAsync(Frame, Cancel).AsTask();
            Assert.Equal(TimeSpan.FromMilliseconds(waitMilliseconds), await Time.NextWaitAsync(default, Cancel));
            Assert.False(next.IsCompleted);
            Time.Advance(TimeSpan.FromMilliseconds(waitMilliseconds));
            Assert.True(await next);
            Assert.Equal(due, Frame.CapturedAt.TotalSeconds);
        }
    }

    [Fact]
    public async Task Played_faster_than_real_time_it_waits_for_its_reader_and_drops_nothing()
    {
        Options.ReplaySpeed = 10;
        var (source, read) = await StartAsync();
        source.Show(0.0);
        await read;
        source.Show(1.0, 2.0);
        source.End();
        await Time.NextWaitAsync(default, Cancel);
        Time.Advance(TimeSpan.FromSeconds(10));

        Assert.True(await Camera.ReadAsync(Frame, Cancel));
        Assert.Equal(1, Frame.CapturedAt.TotalSeconds);
        Assert.True(await Camera.ReadAsync(Frame, Cancel));
        Assert.Equal(2, Frame.CapturedAt.TotalSeconds);
        Assert.Equal(0, Camera.Status.Dropped);
    }

    [Fact]
    public async Task Played_in_real_time_pictures_not_taken_in_time_are_dropped_as_by_a_camera()
    {
        Options.ReplaySpeed = 1;
        var (source, read) = await StartAsync();
        source.Show(0.0);
        await read;
        source.Show(0.1, 0.2);
        source.End();
        for (var i = 0; i < 2; i++)
        {
            await Time.NextWaitAsync(default, Cancel);
            Time.Advance(TimeSpan.FromSeconds(0.1));
        }

        await Until(CameraState.Ended);
        Assert.True(await Camera.ReadAsync(Frame, Cancel));
        Assert.Equal(0.2, Frame.CapturedAt.TotalSeconds);
        Assert.Equal(1, Camera.Status.Dropped);
        Assert.False(await Camera.ReadAsync(Frame, Cancel));
    }

    [Fact]
    public async Task A_loop_goes_on_with_the_interval_of_its_last_pictures()
    {
        Options.Loop = true;
        var (source, read) = await StartAsync();
        var times = new List<double>();
        for (var pass = 0; pass < 3; pass++)
        {
            source.Show(0.0, 0.25, 0.5);
            source.End();
            for (var i = 0; i < 3; i++)
            {
                Assert.True(await read);
                times.Add(Frame.CapturedAt.TotalSeconds);
                read = Camera.ReadAsync(Frame, Cancel).AsTask();
            }

            source = await Script.NextStartAsync();
        }

        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2], times);
        Assert.Equal(0, Camera.Status.Restarts);
    }

    [Fact]
    public async Task A_loop_over_a_recording_cut_short_goes_on_and_says_what_is_missing()
    {
        Options.Loop = true;
        var (source, read) = await StartAsync();
        source.Show(0.0);
        source.Break(new CaptureException("cut short") { ReadableUntil = TimeSpan.Zero });
        Assert.True(await read);
        (await Script.NextStartAsync()).Show(0.0);

        Assert.True(await Camera.ReadAsync(Frame, Cancel));
        Assert.Equal("cut short", Camera.Status.LastError);
    }
}
