using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

/// <summary>A camera by script, on a clock that stands still.</summary>
public abstract class CameraTestBase : IAsyncDisposable
{
    private readonly Channel<CameraStatus> _changes = Channel.CreateUnbounded<CameraStatus>();
    private Camera? _camera;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected WatchedTimeProvider Time { get; } = new();

    private protected ScriptedCamera Script { get; } = new();

    protected CaptureGate Gate { get; } = new();

    protected CameraOptions Options { get; } = new() { Name = "room-1", Address = "rtsp://camera:secret@10.0.0.7/live" };

    protected ILogger Logger { get; set; } = NullLogger.Instance;

    protected VideoFrame Frame { get; } = new();

    protected Camera Camera
    {
        get
        {
            if (_camera is null)
            {
                _camera = new(Options, Time, Logger, Script.Open, Gate);
                _camera.StatusChanged += (_, status) => _changes.Writer.TryWrite(status);
            }

            return _camera;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_camera is not null)
            await _camera.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until the camera enters the state.</summary>
    protected async Task<CameraStatus> Until(CameraState state)
    {
        CameraStatus status;
        do
            status = await _changes.Reader.ReadAsync(Cancel);
        while (status.State != state);
        return status;
    }

    /// <summary>States entered that nobody has waited for.</summary>
    protected List<CameraState> MoreStates()
    {
        var states = new List<CameraState>();
        while (_changes.Reader.TryRead(out var status))
            states.Add(status.State);
        return states;
    }

    /// <summary>Starts the camera, which opens its source with the first read.</summary>
    private protected async Task<(ScriptedSource Source, Task<bool> Read)> StartAsync()
    {
        var read = Camera.ReadAsync(Frame, Cancel).AsTask();
        return (await Script.NextStartAsync(), read);
    }

    /// <summary>Lets the camera wait as long as it wants before its next start.</summary>
    private protected async Task<(TimeSpan Wait, ScriptedSource Source)> RestartAsync()
    {
        var wait = await Time.NextWaitAsync(Options.StartTimeout, Cancel);
        Time.Advance(wait);
        return (wait, await Script.NextStartAsync());
    }
}
