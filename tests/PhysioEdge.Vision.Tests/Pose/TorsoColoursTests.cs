using System.Numerics;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class TorsoColoursTests
{
    private static readonly Rgb Blue = new(40, 80, 190);
    private static readonly Rgb Red = new(190, 60, 50);

    [Fact]
    public void The_same_shirt_is_no_distance_from_itself() => Assert.Equal(0, Of(Blue).DistanceTo(Of(Blue)), 1e-3f);

    [Fact]
    public void Shirts_without_a_colour_in_common_are_as_far_apart_as_can_be() =>
        Assert.Equal(1, Of(new Rgb(0, 0, 0)).DistanceTo(Of(new Rgb(255, 255, 255))), 1e-3f);

    [Fact]
    public void The_distance_is_the_same_from_either_side() =>
        Assert.Equal(Of(Blue).DistanceTo(Of(Red)), Of(Red).DistanceTo(Of(Blue)), 1e-6f);

    [Theory]
    [InlineData(1.05f)]
    [InlineData(0.93f)]
    public void A_little_more_or_less_light_is_a_little_difference(float factor)
    {
        var lit = new Rgb((byte)(Blue.Red * factor), (byte)(Blue.Green * factor), (byte)(Blue.Blue * factor));

        Assert.InRange(Of(Blue).DistanceTo(Of(lit)), 0, 0.35f);
        Assert.True(Of(Blue).DistanceTo(Of(lit)) < Of(Blue).DistanceTo(Of(Red)) / 2);
    }

    [Fact]
    public void What_surrounds_the_trunk_does_not_count()
    {
        var frame = Shirt(Blue);
        for (var y = 0; y < 200; y++)
        {
            for (var x = 0; x < 200; x++)
            {
                if (x is < 80 or > 120 || y is < 80 or > 170)
                    Paint(Pictures.Pixel(frame, x, y), Red);
            }
        }

        Assert.Equal(0, TorsoColours.Read(frame, new Vector2(100, 150), new Vector2(100, 50)).DistanceTo(Of(Blue)), 1e-3f);
    }

    [Fact]
    public void The_trunk_is_read_along_the_body_however_it_leans()
    {
        var frame = Shirt(Red);
        for (var y = 80; y <= 120; y++)
        {
            for (var x = 50; x <= 150; x++)
                Paint(Pictures.Pixel(frame, x, y), Blue);
        }

        Assert.Equal(0, TorsoColours.Read(frame, new Vector2(60, 100), new Vector2(160, 100)).DistanceTo(Of(Blue)), 1e-3f);
    }

    [Fact]
    public void Half_out_of_the_picture_the_other_half_is_enough()
    {
        var frame = Shirt(Blue);

        Assert.Equal(0, TorsoColours.Read(frame, new Vector2(0, 150), new Vector2(0, 50)).DistanceTo(Of(Blue)), 1e-3f);
    }

    [Fact]
    public void Wholly_out_of_the_picture_there_is_nothing_in_common_with_anybody()
    {
        var nothing = TorsoColours.Read(Shirt(Blue), new Vector2(-500, 150), new Vector2(-500, 50));

        Assert.Equal(1, nothing.DistanceTo(Of(Blue)));
    }

    [Fact]
    public void Learning_a_newer_look_brings_it_nearer_step_by_step()
    {
        var (colours, newer) = (Of(Blue), Of(Red));
        var last = colours.DistanceTo(newer);
        for (var i = 0; i < 10; i++)
        {
            colours.Blend(newer, 0.3f);
            Assert.True(colours.DistanceTo(newer) < last);
            last = colours.DistanceTo(newer);
        }

        Assert.InRange(last, 0, 0.2f);
    }

    internal static TorsoColours Of(Rgb shirt) => TorsoColours.Read(Shirt(shirt), new Vector2(100, 150), new Vector2(100, 50));

    private static VideoFrame Shirt(Rgb colour)
    {
        var frame = Pictures.Plain(200, 200);
        for (var i = 0; i < frame.Rgb.Length; i += 3)
            Paint(frame.Rgb[i..], colour);
        return frame;
    }

    private static void Paint(Span<byte> pixel, Rgb colour) => (pixel[0], pixel[1], pixel[2]) = (colour.Red, colour.Green, colour.Blue);
}
