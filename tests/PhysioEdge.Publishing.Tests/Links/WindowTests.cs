using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Tests.Links;

public sealed class WindowTests
{
    private readonly List<TaskCompletionSource<int>> _asked = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task So_many_are_asked_at_once_and_answers_come_in_the_order_of_the_questions()
    {
        await using var answers = Window.AskAsync(Enumerable.Range(1, 4), size: 2, AskAsync, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = answers.MoveNextAsync().AsTask();
        Assert.Equal(2, _asked.Count);

        _asked[1].SetResult(20);
        Assert.False(next.IsCompleted);
        _asked[0].SetResult(10);

        Assert.True(await next);
        Assert.Equal((1, 10), answers.Current);
        Assert.Equal(2, _asked.Count);
        next = answers.MoveNextAsync().AsTask();
        Assert.Equal(3, _asked.Count);
        Assert.True(await next);
        Assert.Equal((2, 20), answers.Current);
    }

    [Fact]
    public async Task What_is_under_way_when_one_fails_is_cancelled()
    {
        var answers = Window.AskAsync(Enumerable.Range(1, 3), size: 3, AskAsync, Cancellation);
        await using var enumerator = answers.GetAsyncEnumerator(Cancellation);
        var next = enumerator.MoveNextAsync().AsTask();

        _asked[0].SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => next);
        Assert.All(_asked.Skip(1), question => Assert.True(question.Task.IsCanceled));
    }

    private Task<int> AskAsync(int item, CancellationToken cancellationToken)
    {
        var question = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => question.TrySetCanceled(cancellationToken));
        _asked.Add(question);
        return question.Task;
    }
}
