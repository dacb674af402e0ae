using System.Globalization;

namespace PhysioEdge.Vision.Capture.Recordings;

internal static class CutShort
{
    /// <summary>
    /// What a recording says that broke off: after its last readable picture, so that the pictures up to there are used,
    /// and as an exception, so that nobody takes half an exercise for the whole.
    /// </summary>
    public static CaptureException After(CameraAddress address, long pictures, TimeSpan lastTime) =>
        pictures == 0
            ? new($"{address} is cut short before its first picture. Copy the recording again from the camera.")
            : new(string.Create(
                CultureInfo.InvariantCulture,
                $"{address} is cut short: {pictures} pictures, up to {lastTime.TotalSeconds:0.0} s, could be read; the rest is missing. Copy the recording again from the camera."))
            {
                ReadableUntil = lastTime,
            };
}
