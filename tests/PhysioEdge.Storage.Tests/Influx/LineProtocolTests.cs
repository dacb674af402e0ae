using PhysioEdge.Storage.Influx;

namespace PhysioEdge.Storage.Tests.Influx;

public sealed class LineProtocolTests
{
    [Fact]
    public void A_point_is_a_line()
    {
        var point = new Point("repetition", [("patient", "pt-7f3a"), ("side", "left")], [("range_deg", 80.5), ("number", 3), ("tiny", 1e-7)], 1709553600123);

        Assert.Equal("repetition,patient=pt-7f3a,side=left range_deg=80.5,number=3,tiny=1E-07 1709553600123\n", LineProtocol.Write([point]));
    }

    [Fact]
    public void What_has_a_meaning_of_its_own_is_escaped()
    {
        var point = new Point("a b,c=d", [("k =,", "v =,\"")], [("f =,", 1)], 5);

        Assert.Equal("a\\ b\\,c=d,k\\ \\=\\,=v\\ \\=\\,\" f\\ \\=\\,=1 5\n", LineProtocol.Write([point]));
    }

    [Theory]
    [InlineData("ends\\", "ends_")]
    [InlineData("two\nlines", "two_lines")]
    public void What_cannot_be_written_does_not_break_the_line(string value, string written)
    {
        Assert.Equal($"m,t={written} f=1 5\n", LineProtocol.Write([new Point("m", [("t", value)], [("f", 1)], 5)]));
    }

    [Fact]
    public void Values_that_are_not_there_and_empty_tags_are_left_out()
    {
        var point = new Point("m", [("a", ""), ("b", "x")], [("none", null), ("nan", double.NaN), ("endless", double.PositiveInfinity), ("f", 0)], 5);

        Assert.Equal("m,b=x f=0 5\n", LineProtocol.Write([point]));
    }

    [Fact]
    public void A_point_without_a_value_is_no_line()
    {
        Assert.Equal("", LineProtocol.Write([new Point("m", [], [("none", null)], 5)]));
    }
}
