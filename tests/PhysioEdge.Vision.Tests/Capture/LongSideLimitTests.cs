using System.Text.RegularExpressions;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class LongSideLimitTests
{
    [Theory]
    [InlineData(1280, 720, 333)]
    [InlineData(720, 1280, 333)]
    [InlineData(333, 333, 333)]
    [InlineData(334, 333, 333)]
    [InlineData(1001, 13, 64)]
    [InlineData(2000, 2, 64)]
    [InlineData(640, 5, 64)]
    [InlineData(640, 15, 64)]
    [InlineData(853, 479, 127)]
    public void The_size_computed_is_the_size_that_ffmpeg_computes(int width, int height, int limit)
    {
        var stream = Tool.Run(
            "ffmpeg", "-v", "error", "-f", "lavfi", "-i", $"color=size={width}x{height},format=rgb24", "-vf", LongSideLimit.AsScaleFilter(limit), "-frames:v", "1", "-f", "yuv4mpegpipe", "-pix_fmt", "yuv444p", "-");

        var size = Regex.Match(stream, @"^YUV4MPEG2 W(\d+) H(\d+)");
        Assert.Equal($"YUV4MPEG2 W{LongSideLimit.Apply(width, height, limit).Width} H{LongSideLimit.Apply(width, height, limit).Height}", size.Value);
    }
}
