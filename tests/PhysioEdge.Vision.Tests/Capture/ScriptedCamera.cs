using System.Threading.Channels;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

/// <summary>A camera whose every move the test makes. Each start of it yields a new source.</summary>
internal sealed class ScriptedCamera
{
    private readonly Channel<ScriptedSource> _opened = Channel.CreateUnbounded<ScriptedSource>();

    /// <summary>Gets how often it was opened.</summary>
    public int Starts { get; private set; }

    public IFrameSource Open()
    {
        Starts++;
        var source = new ScriptedSource();
        _opened.Writer.TryWrite(source);
        return source;
    }

    public ValueTask<ScriptedSource> NextStartAsync() => _opened.Reader.ReadAsync(TestContext.Current.CancellationToken);
}

internal sealed class ScriptedSource : IFrameSource
{
    private readonly Channel<Func<VideoFrame, bool>> _script = Channel.CreateUnbounded<Func<VideoFrame, bool>>();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    public Task Closed => _closed.Task;

    public void Show(params double[] presentationSeconds)
    {
        foreach (var seconds in presentationSeconds)
            Do(frame => Fill(frame, seconds));
    }

    public void End() => Do(static _ => false);

    public void Break(Exception exception) => Do(_ => throw exception);

    public async ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken) =>
        (await _script.Reader.ReadAsync(cancellationToken))(frame);

    public ValueTask DisposeAsync()
    {
        _closed.TrySetResult();
        return default;
    }

    private void Do(Func<VideoFrame, bool> move) => _script.Writer.TryWrite(move);

    private bool Fill(VideoFrame frame, double seconds)
    {
        frame.Resize(4, 3);
        frame.Index = _count++;
        frame.PresentationTime = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
