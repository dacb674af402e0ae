namespace PhysioEdge.Publishing.Links;

/// <summary>Runs loops that need each other.</summary>
internal static class Together
{
    /// <summary>Runs them until one ends; then the others are cancelled too, and what went wrong first is thrown.</summary>
    public static async Task RunAsync(CancellationToken cancellationToken, params IReadOnlyList<Func<CancellationToken, Task>> loops)
    {
        using var oneEnded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tasks = loops.Select(loop => loop(oneEnded.Token)).ToArray();
        await Task.WhenAny(tasks);
        await oneEnded.CancelAsync();
        await Task.WhenAll(tasks);
    }
}
