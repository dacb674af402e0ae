using System.ComponentModel.DataAnnotations;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

public sealed class CameraOptionsTests
{
    [Fact]
    public void An_address_is_all_that_must_be_given() => Assert.Empty(Complaints(new() { Address = "/dev/video0" }));

    [Fact]
    public void Every_value_out_of_range_is_named_at_once()
    {
        var complaints = Complaints(new()
        {
            Address = "",
            MaxLongSidePixels = 10,
            StallTimeout = TimeSpan.Zero,
            FailedStartLimit = 0,
            ReplaySpeed = 0,
            DevicePixelFormat = "mjpeg -i /etc/passwd",
        });

        Assert.Equal(
            ["Address", "DevicePixelFormat", "FailedStartLimit", "MaxLongSidePixels", "ReplaySpeed", "StallTimeout"],
            complaints.SelectMany(complaint => complaint.MemberNames).Order());
    }

    private static List<ValidationResult> Complaints(CameraOptions options)
    {
        var complaints = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), complaints, validateAllProperties: true);
        return complaints;
    }
}
