using System.ComponentModel.DataAnnotations;

namespace PhysioEdge.Vision.Capture;

/// <summary>What to open and how.</summary>
public class FrameSourceOptions
{
    /// <summary>Gets or sets a video file, rtsp(s)://…, http(s)://… (a live stream) or /dev/video0. A password belongs into the URL: rtsp://user:password@host/path.</summary>
    [Required]
    public string Address { get; set; } = "";

    /// <summary>Gets or sets what decodes the pictures.</summary>
    public CaptureBackend Backend { get; set; } = CaptureBackend.Auto;

    /// <summary>Gets or sets the longest side of a picture, in pixels; larger pictures are scaled down to it.</summary>
    [Range(64, 16384)]
    public int MaxLongSidePixels { get; set; } = 1920;

    /// <summary>Gets or sets the width asked of a /dev/video… camera, in pixels; null takes what it is set to.</summary>
    [Range(16, 16384)]
    public int? DeviceWidthPixels { get; set; }

    /// <summary>Gets or sets the height asked of a /dev/video… camera, in pixels; null takes what it is set to.</summary>
    [Range(16, 16384)]
    public int? DeviceHeightPixels { get; set; }

    /// <summary>Gets or sets the pictures per second asked of a /dev/video… camera; null takes what it is set to.</summary>
    [Range(1, 1000)]
    public int? DeviceFrameRateHz { get; set; }

    /// <summary>Gets or sets the pixel format asked of a /dev/video… camera by its ffmpeg name (mjpeg, yuyv422); null leaves the choice open.</summary>
    [RegularExpression("[a-z0-9_]+")]
    public string? DevicePixelFormat { get; set; }

    /// <summary>Gets or sets how long a network camera may stay silent before the connection is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the ffmpeg program; ffprobe is looked for beside it.</summary>
    internal string FfmpegProgram { get; set; } = "ffmpeg";

    /// <summary>Gets further environment variables of the ffmpeg process.</summary>
    internal Dictionary<string, string> FfmpegEnvironment { get; } = [];
}
