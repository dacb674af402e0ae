using System.Text;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.Ffmpeg;

namespace PhysioEdge.Vision.Tests.Capture.Ffmpeg;

public sealed class FfmpegLogTests
{
    private const string TimeBaseLine = "[showinfo@picture @ 0x1] [info] config in time_base: 1/1000, frame_rate: 30/1\n";

    private readonly FfmpegLog _log = new(new FakeTimeProvider());

    [Fact]
    public void Pictures_come_in_order_until_the_last_word()
    {
        Say(TimeBaseLine, Picture(0, 10), Picture(1, 20));

        Assert.Equal([10, 20], Timestamps());
    }

    [Fact]
    public void A_change_of_the_picture_size_starts_the_count_again()
    {
        Say(TimeBaseLine, Picture(0, 10), Picture(1, 20), TimeBaseLine, Picture(0, 30));

        Assert.Equal([10, 20, 30], Timestamps());
    }

    [Fact]
    public void An_error_of_another_thread_behind_a_picture_hides_neither()
    {
        Say(TimeBaseLine, Picture(0, 10).TrimEnd('\n') + "[h264 @ 0x2] [error] error while decoding MB 3 5\n", Picture(1, 20));

        Assert.Equal([10, 20], Timestamps());
        Assert.Contains("error while decoding MB 3 5", Assert.Single(_log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_of_a_recording_cannot_pass_for_a_picture()
    {
        Say(TimeBaseLine, "[info]     comment         : " + Picture(0, 99), Picture(0, 10));

        Assert.Equal([10], Timestamps());
    }

    [Fact]
    public void A_missing_picture_line_is_an_error_and_not_a_shift_of_all_times()
    {
        Assert.Throws<CaptureException>(() => Say(TimeBaseLine, Picture(0, 10), Picture(2, 30)));

        Assert.Equal([10], Timestamps());
    }

    [Fact]
    public void Endless_lines_are_passed_over()
    {
        Say(TimeBaseLine, Picture(0, 10), "[showinfo@picture @ 0x1] [info] User Data=" + new string('f', 100_000) + "\n", Picture(1, 20));

        Assert.Equal([10, 20], Timestamps());
    }

    [Fact]
    public void Of_many_errors_the_last_are_kept()
    {
        Say([.. Enumerable.Range(0, 1000).Select(i => $"[error] number {i}\n")]);

        Assert.Equal(Enumerable.Range(980, 20).Select(i => $"[error] number {i}"), _log.Errors);
    }

    [Theory]
    [InlineData("[mov,mp4,m4a,3gp,3g2,mj2 @ 0x1] [error] stream 0, offset 0x1323c: partial file\n", true)]
    [InlineData("[matroska,webm @ 0x1] [error] File ended prematurely\n", true)]
    [InlineData("[avi @ 0x1] [warning] Packet corrupt (stream = 0, dts = 54).\n", true)]
    [InlineData("[mpegts @ 0x1] [warning] Packet corrupt (stream = 0, dts = 213000).\n", false)]
    [InlineData("[h264 @ 0x1] [error] error while decoding MB 3 5\n", false)]
    public void A_demuxer_that_ran_out_of_bytes_is_noticed(string line, bool isCutShort)
    {
        Say(line);

        Assert.Equal(isCutShort, _log.IsCutShort);
    }

    [Fact]
    public void Lines_come_in_pieces_of_any_size()
    {
        var text = Encoding.UTF8.GetBytes(TimeBaseLine + Picture(0, 10) + Picture(1, 20));
        _log.Drain(new BytewiseStream(text));

        Assert.Equal([10, 20], Timestamps());
    }

    private static string Picture(int number, int timestamp) =>
        $"[showinfo@picture @ 0x1] [info] n:{number,4} pts:{timestamp,7} pts_time:0.1 pos:    48 fmt:yuv420p sar:1/1 s:320x240 i:P iskey:1 type:I \n";

    private void Say(params string[] lines) => _log.Drain(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines))));

    private IEnumerable<long?> Timestamps()
    {
        while (_log.Take(out var picture))
            yield return picture.Timestamp;
    }

    private sealed class BytewiseStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
