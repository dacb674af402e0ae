using Microsoft.Extensions.Logging;

namespace PhysioEdge.Vision.Capture;

/// <summary>Keeps the state and the counts of a camera, and tells of every change of state once.</summary>
internal sealed class CameraHealth(string camera, ILogger logger)
{
    private readonly Lock _lock = new();
    private CameraStatus _status = new(camera, CameraState.Starting, null, 0, 0, 0, 0, 0);

    public event Action<CameraStatus>? Changed;

    public CameraStatus Status
    {
        get
        {
            lock (_lock)
                return _status;
        }
    }

    public void Captured(VideoFrame frame)
    {
        lock (_lock)
            _status = _status with { Captured = _status.Captured + 1, CapturedBytes = _status.CapturedBytes + frame.Rgb.Length };
    }

    public void Restarted()
    {
        lock (_lock)
            _status = _status with { Restarts = _status.Restarts + 1 };
    }

    public void Enter(CameraState state, string? error = null)
    {
        CameraStatus status;
        lock (_lock)
        {
            var isNew = state != _status.State;
            _status = _status with
            {
                State = state,
                LastError = error ?? _status.LastError,
                Stalls = _status.Stalls + (state == CameraState.Stalled ? 1 : 0),
            };
            if (!isNew)
                return;
            status = _status;
        }

        Log(state, error);
        Changed?.Invoke(status);
    }

    private void Log(CameraState state, string? error)
    {
        switch (state)
        {
            case CameraState.Streaming:
                logger.CameraStreams(camera);
                break;
            case CameraState.BackingOff:
                logger.CameraBroke(camera, error);
                break;
            case CameraState.Failed:
                logger.CameraFailed(camera, error);
                break;
            case CameraState.Ended:
                logger.CameraEnded(camera);
                break;
        }
    }
}
