namespace PhysioEdge.Vision.Capture;

public enum CameraState
{
    /// <summary>Being opened; no picture has come yet.</summary>
    Starting,

    /// <summary>Pictures come.</summary>
    Streaming,

    /// <summary>Open, but silent for too long; it is being closed.</summary>
    Stalled,

    /// <summary>Waiting before it is opened again.</summary>
    BackingOff,

    /// <summary>A live camera that failed to start again and again, and is tried only now and then; or a recording that cannot be read.</summary>
    Failed,

    /// <summary>The recording is over, or the camera was closed.</summary>
    Ended,

    /// <summary>Somebody has switched off that anything is taken in: the camera is closed until it is switched on again.</summary>
    SwitchedOff,
}
