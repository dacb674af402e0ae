using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class CameraAddressTests
{
    [Theory]
    [InlineData("/data/squat.mp4", AddressKind.Recording)]
    [InlineData("a:b.mp4", AddressKind.Recording)]
    [InlineData("/dev/video0", AddressKind.Device)]
    [InlineData("/dev/v4l/by-id/usb-cam-index0", AddressKind.Device)]
    [InlineData("rtsp://10.0.0.7/live", AddressKind.NetworkStream)]
    [InlineData("RTSPS://[fe80::1]:322/live", AddressKind.NetworkStream)]
    [InlineData("http://camera.local:8080/video", AddressKind.NetworkStream)]
    public void It_is_told_from_the_text_what_there_is_to_open(string address, AddressKind kind) =>
        Assert.Equal(kind, CameraAddress.Parse(address).Kind);

    [Theory]
    [InlineData("rtsp://camera:secret@10.0.0.7:554/live", "rtsp://10.0.0.7:554/live")]
    [InlineData("rtsp://camera:sec@ret@10.0.0.7/live", "rtsp://10.0.0.7/live")]
    [InlineData("rtsp://secret@10.0.0.7/live", "rtsp://10.0.0.7/live")]
    [InlineData("http://10.0.0.7/video?user=u&pwd=secret", "http://10.0.0.7/video?…")]
    [InlineData("http://10.0.0.7?pwd=secret", "http://10.0.0.7?…")]
    public void Shown_it_keeps_its_secrets(string address, string shown) =>
        Assert.Equal(shown, CameraAddress.Parse(address).ToString());

    [Theory]
    [InlineData("rtsp://camera:secret@10.0.0.7/live: Connection refused")]
    [InlineData("redirected to rtsp://camera:secret@10.0.0.8/other")]
    public void Text_that_quotes_it_is_cleaned_of_its_secrets(string text) =>
        Assert.DoesNotContain("secret", CameraAddress.Parse("rtsp://camera:secret@10.0.0.7/live").Redact(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("rtsp://camera:sec/ret@10.0.0.7/live", "Write / as %2F")]
    [InlineData("rtsp://camera:sec#ret@10.0.0.7/live", "# as %23")]
    [InlineData("rtsp://camera:sec?ret@10.0.0.7/live", "? as %3F")]
    [InlineData("rtsp:///live", "no proper host")]
    [InlineData("rtsp://10.0.0.7:port/live", "no proper host")]
    [InlineData("ftp://10.0.0.7/live", "'ftp://'")]
    [InlineData(" ", "no address")]
    [InlineData("", "no address")]
    public void What_cannot_be_opened_is_refused_without_quoting_it(string address, string says)
    {
        var message = Assert.Throws<CaptureException>(() => CameraAddress.Parse(address)).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("ret@", message, StringComparison.Ordinal);
    }
}
