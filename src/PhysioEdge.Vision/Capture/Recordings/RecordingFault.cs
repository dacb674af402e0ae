using System.Globalization;

namespace PhysioEdge.Vision.Capture.Recordings;

/// <summary>What may be wrong with a recording, in the same words whoever finds it.</summary>
internal static class RecordingFault
{
    public const string NoVideo = "holds no video, only sound or subtitles. Give a recording with a picture.";
    public const string NoSize = "says that its pictures are 0×0 in size, so it cannot be decoded. Record or export it again.";
    public const string NoPicture = "holds no picture that can be decoded. Give a recording as it came from the camera.";

    public static CaptureException Of(CameraAddress address, string words) => new($"{address} {words}");

    /// <summary>
    /// What a recording says that broke off: after its last readable picture, so that the pictures up to there are used,
    /// and as an exception, so that nobody takes half an exercise for the whole.
    /// </summary>
    public static CaptureException CutShort(CameraAddress address, long pictures, TimeSpan lastTime) =>
        pictures == 0
            ? Of(address, "is cut short before its first picture. Copy the recording again from the camera.")
            : new(string.Create(
                CultureInfo.InvariantCulture,
                $"{address} is cut short: {pictures} pictures, up to {lastTime.TotalSeconds:0.0} s, could be read; the rest is missing. Copy the recording again from the camera."))
            {
                ReadableUntil = lastTime,
            };
}
