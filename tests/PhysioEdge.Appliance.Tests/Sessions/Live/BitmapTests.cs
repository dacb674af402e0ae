using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

public class BitmapTests
{
    [Fact]
    public void Pixels_are_blue_first_and_rows_padded()
    {
        var frame = new VideoFrame();
        frame.Resize(3, 1);
        new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }.CopyTo(frame.Rgb);

        var file = Bitmap.Of(frame, 400);

        Assert.Equal([3, 2, 1, 6, 5, 4, 9, 8, 7, 0, 0, 0], file[54..]);
        Assert.Equal("BM"u8, file.AsSpan(0, 2));
        Assert.Equal((file.Length, 3, -1), (BitConverter.ToInt32(file, 2), BitConverter.ToInt32(file, 18), BitConverter.ToInt32(file, 22)));
    }

    [Theory]
    [InlineData(1920, 1080, 384, 216)]
    [InlineData(401, 300, 200, 150)]
    [InlineData(400, 300, 400, 300)]
    public void A_large_picture_is_made_small(int width, int height, int smallWidth, int smallHeight)
    {
        var frame = new VideoFrame();
        frame.Resize(width, height);

        var file = Bitmap.Of(frame, 400);

        Assert.Equal((smallWidth, -smallHeight), (BitConverter.ToInt32(file, 18), BitConverter.ToInt32(file, 22)));
    }

    [Fact]
    public async Task A_picture_is_taken_only_when_somebody_waits_and_then_given_to_all_who_do()
    {
        var (tap, frame) = (new VideoTap(), new VideoFrame());
        frame.Resize(2, 2);
        tap.Offer(frame);
        var (one, other) = (tap.NextAsync(TestContext.Current.CancellationToken), tap.NextAsync(TestContext.Current.CancellationToken));
        Assert.False(one.IsCompleted);

        tap.Offer(frame);

        Assert.Same(await one, await other);
    }
}
