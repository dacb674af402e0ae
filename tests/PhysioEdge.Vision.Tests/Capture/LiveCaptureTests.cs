using Microsoft.Extensions.Logging;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class LiveCaptureTests : CameraTestBase
{
    [Fact]
    public async Task The_newest_picture_replaces_the_one_not_taken_and_the_drop_is_counted()
    {
        var (source, read) = await StartAsync();
        source.Show(0.0);
        Assert.True(await read);
        await Until(CameraState.Streaming);

        source.Show(0.1, 0.2, 0.3);
        source.Break(new CaptureException("enough"));
        await Until(CameraState.BackingOff);

        Assert.True(await Camera.ReadAsync(Frame, Cancel));
        Assert.Equal(0.3, Frame.PresentationTime.TotalSeconds);
        Assert.Equal((4, 2), (Camera.Status.Captured, Camera.Status.Dropped));
    }

    [Fact]
    public async Task A_camera_that_falls_silent_is_closed_and_opened_again()
    {
        var (source, read) = await StartAsync();
        source.Show(0.0);
        await Until(CameraState.Streaming);
        await read;

        Time.Advance(Options.StallTimeout);
        var stalled = await Until(CameraState.Stalled);
        await source.Closed;
        var (_, next) = await RestartAsync();
        await Until(CameraState.Starting);
        next.Show(0.0);
        var streaming = await Until(CameraState.Streaming);

        Assert.Equal("rtsp://10.0.0.7/live has sent no picture for 5 s. Check its cable and power.", stalled.LastError);
        Assert.Equal((1, 1), (streaming.Stalls, streaming.Restarts));
    }

    [Fact]
    public async Task Pictures_that_keep_coming_keep_the_watchdog_quiet()
    {
        var (source, read) = await StartAsync();
        source.Show(0.0);
        await read;
        for (var i = 1; i <= 5; i++)
        {
            Time.Advance(Options.StallTimeout - TimeSpan.FromMilliseconds(1));
            source.Show(i);
            Assert.True(await Camera.ReadAsync(Frame, Cancel));
        }

        Assert.Equal(0, Camera.Status.Stalls);
    }

    [Fact]
    public async Task A_camera_that_never_sends_a_picture_is_given_up_after_the_start_timeout()
    {
        var (source, _) = await StartAsync();

        Time.Advance(Options.StartTimeout);
        var broken = await Until(CameraState.BackingOff);
        await source.Closed;

        Assert.Contains("has sent no picture in the first 15 s", broken.LastError, StringComparison.Ordinal);
        Assert.Equal(0, broken.Stalls);
    }

    [Fact]
    public async Task The_wait_before_a_retry_doubles_up_to_its_limit()
    {
        Options.FailedStartLimit = 100;
        var (source, _) = await StartAsync();
        foreach (var least in new[] { 0.5, 1, 2, 4, 8, 16, 30, 30 })
        {
            source.Break(new CaptureException("no"));
            (var wait, source) = await RestartAsync();
            Assert.InRange(wait.TotalSeconds, least, Math.Min(least * 1.25, 30));
        }
    }

    [Fact]
    public async Task After_too_many_failed_starts_it_has_failed_and_says_so_once()
    {
        var log = new RecordingLogger();
        Logger = log;
        var (source, _) = await StartAsync();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 11; i++)
        {
            source.Break(new CaptureException("the camera refuses the connection"));
            (var wait, source) = await RestartAsync();
            waits.Add(wait);
        }

        var failed = await Until(CameraState.Failed);
        Assert.Equal("the camera refuses the connection", failed.LastError);
        Assert.Empty(MoreStates());
        Assert.Equal(7, waits.Count(wait => wait < TimeSpan.FromSeconds(60)));
        Assert.All(waits.Skip(7), wait => Assert.Equal(TimeSpan.FromSeconds(60), wait));
        Assert.Single(log.Lines, line => line.Level == LogLevel.Error);

        source.Show(0.0);
        await Until(CameraState.Streaming);
    }

    [Fact]
    public async Task A_camera_that_comes_and_goes_is_not_restarted_twice_a_second()
    {
        Options.FailedStartLimit = 3;
        var (source, _) = await StartAsync();
        for (var i = 0; i < 2; i++)
        {
            source.Show(0.0);
            source.Break(new CaptureException("gone"));
            (_, source) = await RestartAsync();
        }

        source.Show(0.0);
        source.Break(new CaptureException("gone"));

        await Until(CameraState.Failed);
    }

    [Fact]
    public async Task After_a_long_sound_run_the_patience_starts_anew()
    {
        var (source, read) = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            source.Break(new CaptureException("no"));
            (_, source) = await RestartAsync();
        }

        source.Show(0.0);
        await Until(CameraState.Streaming);

        // A camera has one reader at a time: the first read ends before the next begins.
        await read;
        for (var i = 0; i < 8; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(4));
            source.Show(4 * i);
            await Camera.ReadAsync(Frame, Cancel);
        }

        source.Break(new CaptureException("no"));
        Assert.InRange((await RestartAsync()).Wait.TotalSeconds, 0.5, 0.625);
    }

    [Fact]
    public async Task The_time_line_goes_on_over_a_restart_with_the_time_that_has_passed()
    {
        var start = Time.GetElapsedTime(0);
        var (source, read) = await StartAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        source.Show(0.0);
        await read;
        Assert.Equal(TimeSpan.FromSeconds(1), Frame.CapturedAt - start);
        Time.Advance(TimeSpan.FromSeconds(2));
        source.Show(2.0);
        await Camera.ReadAsync(Frame, Cancel);
        Assert.Equal(TimeSpan.FromSeconds(3), Frame.CapturedAt - start);

        source.Break(new CaptureException("gone"));
        var (wait, next) = await RestartAsync();
        next.Show(0.0);
        await Camera.ReadAsync(Frame, Cancel);

        Assert.Equal(TimeSpan.FromSeconds(3) + wait, Frame.CapturedAt - start);
    }

    [Fact]
    public async Task An_end_of_a_live_stream_is_a_failure()
    {
        var (source, _) = await StartAsync();
        source.End();

        Assert.Equal("rtsp://10.0.0.7/live has ended its stream.", (await Until(CameraState.BackingOff)).LastError);
    }

    [Fact]
    public async Task A_closed_camera_lets_its_reader_go_and_closes_its_source()
    {
        var (source, read) = await StartAsync();

        await Camera.DisposeAsync();

        Assert.False(await read);
        await source.Closed;
        await Until(CameraState.Ended);
        Assert.False(await Camera.ReadAsync(Frame, Cancel));
    }

    [Fact]
    public async Task A_reader_that_gives_up_leaves_the_camera_running()
    {
        using var patience = new CancellationTokenSource();
        var read = Camera.ReadAsync(Frame, patience.Token).AsTask();
        var source = await Script.NextStartAsync();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        source.Show(0.0);

        Assert.True(await Camera.ReadAsync(Frame, Cancel));
    }

    [Fact]
    public async Task A_fault_of_the_program_reaches_the_reader()
    {
        var (source, read) = await StartAsync();
        source.Break(new InvalidOperationException("a bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => read);
        await Until(CameraState.Failed);
    }

    [Fact]
    public void An_address_that_cannot_be_one_is_refused_at_once()
    {
        Options.Address = "ftp://10.0.0.7/live";

        Assert.Throws<CaptureException>(() => Camera);
    }

    [Fact]
    public async Task A_camera_that_is_switched_off_is_closed_at_once_and_opened_when_it_is_switched_on_again()
    {
        var (source, read) = await StartAsync();
        source.Show(0.0);
        await read;
        await Until(CameraState.Streaming);

        Gate.Close();
        await Until(CameraState.SwitchedOff);
        await source.Closed;
        var next = Camera.ReadAsync(Frame, Cancel).AsTask();
        Assert.False(next.IsCompleted);

        Gate.Open();
        var again = await Script.NextStartAsync();
        again.Show(0.5);
        Assert.True(await next);
        Assert.Equal((0, 0), (Camera.Status.Stalls, Camera.Status.Restarts));
    }

    [Fact]
    public async Task A_camera_is_not_opened_while_it_is_switched_off()
    {
        Gate.Close();
        _ = Camera.ReadAsync(Frame, Cancel).AsTask();

        await Until(CameraState.SwitchedOff);
        Assert.Equal(0, Script.Starts);
        Gate.Open();
        await Script.NextStartAsync();
    }
}
