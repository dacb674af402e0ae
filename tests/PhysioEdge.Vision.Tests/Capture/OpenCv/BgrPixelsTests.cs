using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Vision.Tests.Capture.OpenCv;

public sealed class BgrPixelsTests
{
    [Fact]
    public void Every_pixel_changes_red_for_blue_whatever_the_length_of_the_row()
    {
        for (var pixels = 0; pixels < 40; pixels++)
        {
            var bgr = Enumerable.Range(0, pixels * 3).Select(i => (byte)i).ToArray();
            var rgb = new byte[bgr.Length];

            BgrPixels.CopyToRgb(bgr, rgb);

            Assert.Equal(bgr.Chunk(3).SelectMany(pixel => pixel.Reverse()), rgb);
        }
    }
}
