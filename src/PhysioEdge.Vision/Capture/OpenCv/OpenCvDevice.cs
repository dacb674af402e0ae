using OpenCvSharp;

namespace PhysioEdge.Vision.Capture.OpenCv;

/// <summary>A camera of this machine, by OpenCV's V4L2 backend.</summary>
internal static class OpenCvDevice
{
    public static VideoCapture Open(CameraAddress address, FrameSourceOptions options)
    {
        DeviceFile.Check(address);
        var format = FourCharacterCode(address, options.DevicePixelFormat);
        var capture = new VideoCapture(address.Value, VideoCaptureAPIs.V4L2);
        if (!capture.IsOpened())
        {
            capture.Dispose();
            throw new CaptureException($"OpenCV cannot open the camera {address}: it is in use by another program, may not be used, or is no camera. "
                + "Close the other program, or add the user of the service to the group 'video'.");
        }

        if (format is not null)
            capture.Set(VideoCaptureProperties.FourCC, FourCC.FromString(format));
        Ask(capture, VideoCaptureProperties.FrameWidth, options.DeviceWidthPixels);
        Ask(capture, VideoCaptureProperties.FrameHeight, options.DeviceHeightPixels);
        Ask(capture, VideoCaptureProperties.Fps, options.DeviceFrameRateHz);
        return capture;
    }

    private static void Ask(VideoCapture capture, VideoCaptureProperties property, int? value)
    {
        if (value is { } wanted)
            capture.Set(property, wanted);
    }

    private static string? FourCharacterCode(CameraAddress address, string? format) => format switch
    {
        null => null,
        "mjpeg" => "MJPG",
        "yuyv422" => "YUYV",
        _ => throw new CaptureException($"The backend 'opencv' cannot ask {address} for the pixel format '{format}', only for mjpeg or yuyv422."),
    };
}
