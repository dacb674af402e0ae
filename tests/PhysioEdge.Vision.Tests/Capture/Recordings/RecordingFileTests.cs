using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.Recordings;

namespace PhysioEdge.Vision.Tests.Capture.Recordings;

public sealed class RecordingFileTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "JPEG")]
    [InlineData("89504E470D0A1A0A", "PNG")]
    [InlineData("424D3600", "BMP")]
    [InlineData("49492A0008000000", "TIFF")]
    [InlineData("524946460000000057454250", "WebP")]
    [InlineData("0000001C6674797068656963", "HEIF")]
    public void A_picture_is_called_by_its_format(string startHex, string format)
    {
        var path = Write(startHex, ".mov");

        var error = Assert.Throws<CaptureException>(() => RecordingFile.Check(CameraAddress.Parse(path)));

        Assert.Contains($"is a picture ({format})", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("494433040000", "ID3")]
    [InlineData("664C6143", "FLAC")]
    [InlineData("524946460000000057415645", "WAVE")]
    public void Sound_is_no_video(string startHex, string format)
    {
        var error = Assert.Throws<CaptureException>(() => RecordingFile.Check(CameraAddress.Parse(Write(startHex, "." + format))));

        Assert.Contains("only sound", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_motion_jpeg_stream_is_no_picture() =>
        Assert.Equal(default, RecordingFile.Check(CameraAddress.Parse(Write("FFD8FFE000104A464946", ".mjpeg"))));

    [Fact]
    public void A_whole_recording_lacks_nothing() =>
        Assert.Equal(new(true, 0), RecordingFile.Check(CameraAddress.Parse(Clips.Steady.Path)));

    [Fact]
    public void Half_a_recording_lacks_the_other_half() =>
        Assert.InRange(RecordingFile.Check(CameraAddress.Parse(Clips.CutShort)).MissingBytes - new FileInfo(Clips.CutShort).Length, 0, 1);

    [Theory]
    [InlineData("0000000866747970", "00000008")]
    [InlineData("0000000866747970", "000000016D646174FFFFFFFFFFFFFFFF")]
    [InlineData("0000000866747970", "000000016D646174")]
    [InlineData("0000000866747970", "000000036D646174")]
    public void Damaged_boxes_are_neither_followed_for_ever_nor_beyond_the_end(string first, string second)
    {
        var error = Assert.Throws<CaptureException>(() => RecordingFile.Check(CameraAddress.Parse(Write(first + second, ".mp4"))));

        Assert.Contains("'moov'", error.Message, StringComparison.Ordinal);
    }

    private static string Write(string hex, string extension)
    {
        var path = Clips.PathOf(Path.GetRandomFileName() + extension);
        File.WriteAllBytes(path, Convert.FromHexString(hex));
        return path;
    }
}
