using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class FrameQueueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lossless_makes_the_producer_wait_for_the_consumer()
    {
        var queue = new FrameQueue(QueuePolicy.Lossless);
        await queue.WriteAsync(Picture(0), Cancel);
        var second = queue.WriteAsync(Picture(1), Cancel).AsTask();
        Assert.False(second.IsCompleted);

        Assert.Equal(0, await TakeAsync(queue));
        await second;

        Assert.Equal(1, await TakeAsync(queue));
        Assert.Equal(0, queue.Dropped);
    }

    [Fact]
    public async Task Latest_only_replaces_what_was_not_taken_and_counts_it()
    {
        var queue = new FrameQueue(QueuePolicy.LatestOnly);
        for (var i = 0; i < 5; i++)
            await queue.WriteAsync(Picture(i), Cancel);

        Assert.Equal(4, await TakeAsync(queue));
        Assert.Equal(4, queue.Dropped);
    }

    [Fact]
    public async Task A_reader_waits_for_the_next_picture()
    {
        var queue = new FrameQueue(QueuePolicy.LatestOnly);
        var read = TakeAsync(queue);
        Assert.False(read.IsCompleted);

        await queue.WriteAsync(Picture(7), Cancel);

        Assert.Equal(7, await read);
    }

    [Fact]
    public async Task The_last_picture_comes_before_the_end()
    {
        var queue = new FrameQueue(QueuePolicy.LatestOnly);
        await queue.WriteAsync(Picture(7), Cancel);
        queue.Complete(null);

        Assert.Equal(7, await TakeAsync(queue));
        Assert.Null(await TakeAsync(queue));
    }

    [Fact]
    public async Task A_waiting_producer_can_be_cancelled_and_spoils_nothing()
    {
        var queue = new FrameQueue(QueuePolicy.Lossless);
        using var patience = new CancellationTokenSource();
        await queue.WriteAsync(Picture(0), Cancel);
        var second = queue.WriteAsync(Picture(1), patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        Assert.Equal(0, await TakeAsync(queue));
        await queue.WriteAsync(Picture(2), Cancel);
        Assert.Equal(2, await TakeAsync(queue));
    }

    [Theory]
    [InlineData(QueuePolicy.Lossless)]
    [InlineData(QueuePolicy.LatestOnly)]
    public async Task Two_threads_lose_nothing_but_what_is_counted(object policy)
    {
        const int Count = 20_000;
        var queue = new FrameQueue((QueuePolicy)policy);
        var producer = Task.Run(
            async () =>
            {
                var frame = Picture(0);
                for (var i = 0; i < Count; i++)
                {
                    frame.Index = i;
                    await queue.WriteAsync(frame, Cancel);
                }

                queue.Complete(null);
            },
            Cancel);

        var (taken, last) = (0, -1L);
        while (await TakeAsync(queue) is { } index)
        {
            Assert.True(index > last);
            (taken, last) = (taken + 1, index);
        }

        await producer;
        Assert.Equal(Count - 1, last);
        Assert.Equal(Count, taken + queue.Dropped);
    }

    [Fact]
    public async Task Handing_on_allocates_nothing()
    {
        var queue = new FrameQueue(QueuePolicy.Lossless);
        var (produced, consumed) = (Picture(0), new VideoFrame());
        await HandOnAsync(queue, produced, consumed, 3);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await HandOnAsync(queue, produced, consumed, 1000);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    private static async ValueTask HandOnAsync(FrameQueue queue, VideoFrame produced, VideoFrame consumed, int times)
    {
        for (var i = 0; i < times; i++)
        {
            produced.Resize(4, 3);
            await queue.WriteAsync(produced, CancellationToken.None);
            await queue.ReadAsync(consumed, CancellationToken.None);
        }
    }

    private static VideoFrame Picture(int index)
    {
        var frame = new VideoFrame { Index = index };
        frame.Resize(4, 3);
        return frame;
    }

    private static async Task<long?> TakeAsync(FrameQueue queue)
    {
        var frame = new VideoFrame();
        return await queue.ReadAsync(frame, Cancel) ? frame.Index : null;
    }
}
