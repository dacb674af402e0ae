using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Vision.Tests.Capture.OpenCv;

public class StillPictureTests
{
    [Fact]
    public void A_picture_keeps_its_pixels()
    {
        var png = Clips.PathOf("code.png");
        Tool.Run("ffmpeg", "-v", "error", "-y", "-i", Clips.Steady.Path, "-vf", "select=eq(n\\,42)", "-frames:v", "1", png);

        var frame = StillPicture.Read(png);

        Assert.Equal((Clips.Steady.Width, Clips.Steady.Height, Clips.Steady.Width), (frame.Width, frame.Height, frame.SourceWidth));
        Assert.Equal(42, FrameCode.Read(frame.Rgb, frame.Width, frame.Height));
    }

    [Theory]
    [InlineData("none.png", "is missing")]
    [InlineData("text.mp4", "cannot be decoded")]
    public void A_picture_that_is_missing_or_none_is_named(string name, string what)
    {
        var path = Path.Combine(Path.GetDirectoryName(Clips.Text)!, name);

        Assert.Contains($"{name}' {what}", Assert.Throws<CaptureException>(() => StillPicture.Read(path)).Message, StringComparison.Ordinal);
    }
}
