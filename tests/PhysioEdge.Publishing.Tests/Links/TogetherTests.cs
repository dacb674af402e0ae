using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Tests.Links;

public sealed class TogetherTests
{
    [Fact]
    public async Task When_one_loop_fails_the_others_are_cancelled_and_its_fault_is_thrown()
    {
        var cancelled = false;

        await Assert.ThrowsAsync<InvalidDataException>(() => Together.RunAsync(
            TestContext.Current.CancellationToken,
            async token =>
            {
                using var registration = token.Register(() => cancelled = true);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            },
            _ => Task.FromException(new InvalidDataException())));

        Assert.True(cancelled);
    }
}
