using System.Globalization;

namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>The command line of ffmpeg ≥ 5.1, an argument a piece: no shell ever sees them.</summary>
internal static class FfmpegArguments
{
    public static List<string> ForPictures(CameraAddress address, FrameSourceOptions options) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "level+info",
        .. Input(address, options),

        // The first video that is not a cover picture; each frame once, at its own time and in its own size.
        "-map", "0:V:0",
        "-vf", "showinfo@picture=checksum=0," + LongSideLimit.AsScaleFilter(options.MaxLongSidePixels),
        "-fps_mode", "passthrough", "-autoscale", "0",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-flush_packets", "1", "pipe:1",
    ];

    /// <summary>Arguments of ffprobe that describe the first video as JSON.</summary>
    public static List<string> ForProbe(CameraAddress address, FrameSourceOptions options) =>
    [
        "-v", "level+error", "-of", "json", "-select_streams", "V:0",
        "-show_entries", "format=duration:stream=codec_name,width,height,avg_frame_rate,nb_frames,duration:stream_side_data=rotation",
        .. Input(address, options),
    ];

    private static IEnumerable<string> Input(CameraAddress address, FrameSourceOptions options) => address.Kind switch
    {
        // "file:" keeps a name with a colon or a leading dash a name, and the whitelist keeps a playlist from opening the network.
        AddressKind.Recording => ["-protocol_whitelist", "file", "-i", "file:" + address.Value],
        AddressKind.Device => [.. Device(options), "-i", address.Value],
        _ => [.. Network(address, options), "-i", address.Value],
    };

    // Slice threads and no counting of frames at the start: frame threads would hold back a picture per core, and the count takes seconds.
    private static IEnumerable<string> Network(CameraAddress address, FrameSourceOptions options)
    {
        var isRtsp = address.Value.StartsWith("rtsp", StringComparison.OrdinalIgnoreCase);
        var timeout = ((long)options.NetworkTimeout.TotalMicroseconds).ToString(CultureInfo.InvariantCulture);
        return
        [
            "-thread_type", "slice", "-fpsprobesize", "0", "-timeout", timeout,
            .. isRtsp ? (IEnumerable<string>)["-rtsp_transport", "tcp", "-allowed_media_types", "video"] : [],
        ];
    }

    private static List<string> Device(FrameSourceOptions options)
    {
        List<string> arguments = ["-thread_type", "slice", "-f", "v4l2"];
        if (options.DevicePixelFormat is { } format)
            arguments.AddRange(["-input_format", format]);
        if (options is { DeviceWidthPixels: { } width, DeviceHeightPixels: { } height })
            arguments.AddRange(["-video_size", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}")]);
        if (options.DeviceFrameRateHz is { } rate)
            arguments.AddRange(["-framerate", rate.ToString(CultureInfo.InvariantCulture)]);
        return arguments;
    }
}
