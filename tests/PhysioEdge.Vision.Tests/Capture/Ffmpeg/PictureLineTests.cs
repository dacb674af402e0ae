using System.Text;
using PhysioEdge.Vision.Capture.Ffmpeg;

namespace PhysioEdge.Vision.Tests.Capture.Ffmpeg;

public sealed class PictureLineTests
{
    [Theory]
    [InlineData("[showinfo@picture @ 0x55] [info] n:   7 pts:   3584 pts_time:0.233333 pos:     8749 fmt:yuv420p sar:1/1 s:1280x720 i:P iskey:0 type:B ", 7, 3584L)]
    [InlineData("[showinfo@picture @ 0x55] [info] n:1000000 pts:-512 pts_time:-0.0333333 duration:1 fmt:yuv420p cl:left sar:1/1 s:1280x720 i:P iskey:0", 1000000, -512L)]
    [InlineData("[showinfo@picture @ 0x55] [info] n:   0 pts:  NOPTS pts_time:NOPTS   pos:       -1 fmt:yuv420p sar:1/1 s:1280x720 i:P", 0, null)]
    public void It_tells_number_time_stamp_and_size(string line, long number, long? timestamp)
    {
        Assert.True(PictureLine.TryParse(Encoding.UTF8.GetBytes(line), out var picture));
        Assert.Equal(new PictureLine(number, timestamp, 1280, 720), picture);
    }

    [Theory]
    [InlineData("[showinfo@picture @ 0x55] [info] color_range:tv color_space:bt709 color_primaries:bt709 color_trc:bt709")]
    [InlineData("[showinfo@picture @ 0x55] [info]   side data - User Data Unregistered:")]
    [InlineData("[showinfo@picture @ 0x55] [info] n:   7 pts:   3584 pts_time:0.2")]
    [InlineData("[showinfo@picture @ 0x55] [info] n:   x pts:   3584 s:1280x720 i:P")]
    [InlineData("[showinfo@picture @ 0x55] [info] n:   7 pts:   3584 s:1280 i:P")]
    [InlineData("")]
    public void Other_lines_are_none(string line) => Assert.False(PictureLine.TryParse(Encoding.UTF8.GetBytes(line), out _));

    [Fact]
    public void The_time_base_is_told_before_the_first_picture()
    {
        Assert.True(PictureLine.TryParseTimeBase("[showinfo@picture @ 0x5] [info] config in time_base: 1001/30000, frame_rate: 30/1"u8, out var timeBase));
        Assert.Equal(new TimeBase(1001, 30000), timeBase);
        Assert.False(PictureLine.TryParseTimeBase("[showinfo@picture @ 0x5] [info] config out time_base: 0/0, frame_rate: 0/0"u8, out _));
    }

    [Theory]
    [InlineData(1, 15360, 512, 333333)]
    [InlineData(1, 15360, -512, -333333)]
    [InlineData(1, 12800, 2, 1563)]
    [InlineData(1001, 30000, 30000, 10010000000)]
    [InlineData(1, 1000000, 9000000000000000, 90000000000000000)]
    public void Time_is_exact_to_the_tick(long numerator, long denominator, long units, long ticks) =>
        Assert.Equal(ticks, new TimeBase(numerator, denominator).Times(units).Ticks);
}
