namespace PhysioEdge.Vision.Capture;

/// <summary>How a camera is doing. Counts run since it was made.</summary>
/// <param name="Camera">Its name.</param>
/// <param name="State">What it is doing.</param>
/// <param name="LastError">What went wrong last, in words, without passwords; null if nothing has. It stays after the mend.</param>
/// <param name="Captured">Pictures that came from the source.</param>
/// <param name="CapturedBytes">How many bytes of pixels those were.</param>
/// <param name="Dropped">Pictures of those that a newer one replaced before they were taken.</param>
/// <param name="Restarts">How often it was opened again.</param>
/// <param name="Stalls">How often it fell silent while open.</param>
public readonly record struct CameraStatus(
    string Camera, CameraState State, string? LastError, long Captured, long CapturedBytes, long Dropped, int Restarts, int Stalls);
