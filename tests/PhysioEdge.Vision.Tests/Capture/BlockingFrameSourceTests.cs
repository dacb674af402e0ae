using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class BlockingFrameSourceTests
{
    [Fact]
    public async Task A_read_stuck_in_a_driver_is_abandoned_and_never_touches_the_buffer_of_the_caller()
    {
        using var driver = new StuckDriver();
        using var patience = new CancellationTokenSource();
        var source = new StuckSource(driver);
        var frame = new VideoFrame { Index = -1 };
        var read = source.ReadAsync(frame, patience.Token).AsTask();
        driver.Entered.Wait(TestContext.Current.CancellationToken);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        driver.LetGo.Set();
        await source.DisposeAsync();

        Assert.Equal((0, -1), (frame.Width, frame.Index));
        Assert.True(driver.Closed.IsSet);
    }

    private sealed class StuckDriver : IDisposable
    {
        public ManualResetEventSlim Entered { get; } = new();

        public ManualResetEventSlim LetGo { get; } = new();

        public ManualResetEventSlim Closed { get; } = new();

        public void Dispose()
        {
            Entered.Dispose();
            LetGo.Dispose();
            Closed.Dispose();
        }
    }

    private sealed class StuckSource(StuckDriver driver) : BlockingFrameSource(TimeProvider.System)
    {
        protected override bool ReadNext(VideoFrame frame)
        {
            driver.Entered.Set();
            driver.LetGo.Wait();
            frame.Resize(8, 8);
            return true;
        }

        protected override void Unblock()
        {
        }

        protected override void Close() => driver.Closed.Set();
    }
}
