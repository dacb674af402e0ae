using System.Runtime.CompilerServices;

namespace PhysioEdge.Publishing.Links;

/// <summary>Keeps several questions under way at once.</summary>
internal static class Window
{
    /// <summary>Asks for each item in turn, so many at a time, and gives the answers in the same order. What is still under way when it ends early is cancelled.</summary>
    public static async IAsyncEnumerable<(TItem Item, TAnswer Answer)> AskAsync<TItem, TAnswer>(
        IEnumerable<TItem> items,
        int size,
        Func<TItem, CancellationToken, Task<TAnswer>> ask,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<(TItem Item, Task<TAnswer> Answer)>();
        try
        {
            foreach (var item in items)
            {
                underWay.Enqueue((item, ask(item, abandoned.Token)));
                if (underWay.Count == size)
                    yield return await OldestAsync();
            }

            while (underWay.Count > 0)
                yield return await OldestAsync();
        }
        finally
        {
            await abandoned.CancelAsync();
            await Task.WhenAll(underWay.Select(pair => (Task)pair.Answer)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<(TItem Item, TAnswer Answer)> OldestAsync()
        {
            var (item, answer) = underWay.Dequeue();
            return (item, await answer);
        }
    }
}
