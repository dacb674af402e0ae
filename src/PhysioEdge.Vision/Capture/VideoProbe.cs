using System.Globalization;
using System.Text.Json;
using PhysioEdge.Vision.Capture.Ffmpeg;
using PhysioEdge.Vision.Capture.Recordings;

namespace PhysioEdge.Vision.Capture;

/// <summary>Asks ffprobe about a recording without decoding it.</summary>
public static class VideoProbe
{
    /// <exception cref="CaptureException">It is no recording with a picture.</exception>
    public static async Task<VideoInfo> ReadAsync(FrameSourceOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var address = CameraAddress.Parse(options.Address);
        if (address.Kind == AddressKind.Recording)
            RecordingFile.Check(address);
        var program = Path.Combine(Path.GetDirectoryName(options.FfmpegProgram) ?? "", "ffprobe");
        using var process = FfmpegProcess.Start(program, FfmpegArguments.ForProbe(address, options), options.FfmpegEnvironment);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var json = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            var lines = (await errors.ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0 ? Parse(address, json) : throw FfmpegFailure.Explain(address, lines, process.ExitCode, null);
        }
        finally
        {
            process.Kill();
        }
    }

    private static VideoInfo Parse(CameraAddress address, string json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("streams", out var streams) || streams.GetArrayLength() == 0)
            throw RecordingFault.Of(address, RecordingFault.NoVideo);
        var stream = streams[0];
        var (width, height) = (stream.GetProperty("width").GetInt32(), stream.GetProperty("height").GetInt32());
        if (width == 0 || height == 0)
            throw RecordingFault.Of(address, RecordingFault.NoSize);
        var lies = Rotation(stream) % 180 != 0;
        var seconds = Number(stream, "duration") ?? (document.RootElement.TryGetProperty("format", out var format) ? Number(format, "duration") : null);
        return new(
            Text(stream, "codec_name") ?? "unknown",
            lies ? height : width,
            lies ? width : height,
            seconds is { } s ? TimeSpan.FromSeconds(s) : null,
            Fraction(Text(stream, "avg_frame_rate")),
            (long?)Number(stream, "nb_frames"));
    }

    private static int Rotation(JsonElement stream) =>
        stream.TryGetProperty("side_data_list", out var list)
            ? list.EnumerateArray().Sum(data => data.TryGetProperty("rotation", out var rotation) ? rotation.GetInt32() : 0)
            : 0;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? Number(JsonElement element, string name) =>
        double.TryParse(Text(element, name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Fraction(string? text) =>
        text?.Split('/') is [var above, var below]
            && double.TryParse(above, CultureInfo.InvariantCulture, out var numerator)
            && double.TryParse(below, CultureInfo.InvariantCulture, out var denominator) && denominator > 0
            ? numerator / denominator
            : null;
}
