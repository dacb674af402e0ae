using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

public class LiveFeedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_screen_that_joins_gets_the_newest_of_each_kind()
    {
        var feed = new LiveFeed();
        feed.Publish(LiveNews.Cue, [1]);
        feed.Publish(LiveNews.Exercise, [2]);
        feed.Publish(LiveNews.Exercise, [3]);

        await using var screen = feed.ListenAsync(_ => true, Token).GetAsyncEnumerator(Token);

        Assert.Equal(("exercise", 3), await NextAsync(screen));
        Assert.Equal(("cue", 1), await NextAsync(screen));
        Assert.Equal(0, feed.Missed);
    }

    [Fact]
    public async Task A_slow_screen_gets_the_newest_only_what_it_missed_is_counted_and_nobody_waits_for_it()
    {
        var feed = new LiveFeed();
        await using var screen = feed.ListenAsync(_ => true, Token).GetAsyncEnumerator(Token);
        feed.Publish(LiveNews.Figure, [0]);
        Assert.Equal(("figure", 0), await NextAsync(screen));

        for (byte i = 1; i <= 10; i++)
            feed.Publish(LiveNews.Figure, [i]);

        Assert.Equal(("figure", 10), await NextAsync(screen));
        Assert.Equal(9, feed.Missed);
    }

    [Fact]
    public async Task A_screen_that_joins_is_not_warned_of_what_is_over()
    {
        var feed = new LiveFeed();
        feed.Publish(LiveNews.Warning, [1]);
        feed.Publish(LiveNews.Heart, [2]);
        await using var screen = feed.ListenAsync(_ => true, Token).GetAsyncEnumerator(Token);
        Assert.Equal(("heart", 2), await NextAsync(screen));

        feed.Publish(LiveNews.Warning, [3]);

        Assert.Equal(("warning", 3), await NextAsync(screen));
    }

    [Fact]
    public async Task All_screens_share_one_message()
    {
        var feed = new LiveFeed();
        feed.Publish(LiveNews.Box, [1, 2, 3]);
        await using var one = feed.ListenAsync(_ => true, Token).GetAsyncEnumerator(Token);
        await using var other = feed.ListenAsync(_ => true, Token).GetAsyncEnumerator(Token);
        await one.MoveNextAsync();
        await other.MoveNextAsync();

        Assert.Same(one.Current.Data, other.Current.Data);
        Assert.Equal(2, feed.Screens);
    }

    [Fact]
    public async Task A_screen_that_waits_is_woken_and_one_that_leaves_is_forgotten()
    {
        var feed = new LiveFeed();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var screen = feed.ListenAsync(_ => true, leaving.Token).GetAsyncEnumerator(Token);
        var next = screen.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);

        feed.Publish(LiveNews.Cue, [7]);
        Assert.True(await next);

        next = screen.MoveNextAsync().AsTask();
        await leaving.CancelAsync();
        Assert.False(await next);
        Assert.Equal(0, feed.Screens);
    }

    private static async Task<(string Kind, int Byte)> NextAsync(IAsyncEnumerator<System.Net.ServerSentEvents.SseItem<byte[]>> screen)
    {
        Assert.True(await screen.MoveNextAsync());
        return (screen.Current.EventType, screen.Current.Data[0]);
    }
}
