using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Samples;

public sealed class CaptureGateTests : IDisposable
{
    private readonly CaptureGate _gate = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_entered_is_told_at_once_when_it_is_closed()
    {
        var allowed = await _gate.EnterAsync(Cancellation);
        Assert.False(allowed.IsCancellationRequested);

        _gate.Close();

        Assert.True(allowed.IsCancellationRequested);
        Assert.False(_gate.IsOpen);
    }

    [Fact]
    public async Task Whoever_comes_while_it_is_closed_waits_until_it_is_opened()
    {
        _gate.Close();
        var waiting = _gate.EnterAsync(Cancellation).AsTask();
        Assert.False(waiting.IsCompleted);

        _gate.Open();

        Assert.False((await waiting).IsCancellationRequested);
    }

    [Fact]
    public async Task Waiting_ends_when_nobody_wants_to_wait_any_more()
    {
        _gate.Close();
        using var enough = new CancellationTokenSource();
        var waiting = _gate.EnterAsync(enough.Token).AsTask();

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Closing_it_twice_is_closing_it_once()
    {
        _gate.Close();
        _gate.Close();
        _gate.Open();

        Assert.True(_gate.IsOpen);
    }

    public void Dispose() => _gate.Dispose();
}
