using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Accuracy.Mocap;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Accuracy.Mocap;

public sealed class AngleCurvesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_are_found_by_name_and_read_between_their_samples()
    {
        var curves = AngleCurves.Read(Write("time,hip_flexion_r,knee3_r,knee3_l,hip3_r,hip3_l\n0,99,1,2,3,4\n0.5,99,3,4,,6\n1,99,5,6,7,8\n"));

        Assert.Equal([0, 0.5, 1], curves.TimesSeconds);
        Assert.Equal(2, curves.At(JointAngle.KneeRight, 0.25), 1e-9);
        Assert.Equal(6, curves.At(JointAngle.HipLeft, 0.5), 1e-9);
        Assert.Equal(double.NaN, curves.At(JointAngle.HipRight, 0.25));
        Assert.Equal(double.NaN, curves.At(JointAngle.KneeLeft, 1.1));
        Assert.Equal(double.NaN, curves.At(JointAngle.KneeLeft, -0.1));
    }

    [Theory]
    [InlineData("", "holds no series")]
    [InlineData("time,knee3_l,knee3_r,hip3_l\n0,1,2,3\n1,1,2,3\n", "has no column 'hip3_r'")]
    [InlineData("time,knee3_l,knee3_r,hip3_l,hip3_r\n0,1,2,3,4\n1,1,2,3\n", "line 3: 4 fields, but the header has 5")]
    [InlineData("time,knee3_l,knee3_r,hip3_l,hip3_r\n0,1,2,3,4\n1,1,two,3,4\n", "line 3, column 'knee3_r': 'two' is no number")]
    [InlineData("time,knee3_l,knee3_r,hip3_l,hip3_r\n0,1,2,3,4\n0,1,2,3,4\n", "line 3, column 'time': does not increase")]
    public void A_malformed_file_is_named_with_the_place(string text, string what)
    {
        var path = Write(text);

        var exception = Assert.Throws<InputException>(() => AngleCurves.Read(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
        => Assert.Contains("none.csv", Assert.Throws<InputException>(() => AngleCurves.Read(_folder.File("none.csv"))).Message, StringComparison.Ordinal);

    private string Write(string text)
    {
        File.WriteAllText(_folder.File("angles.csv"), text);
        return _folder.File("angles.csv");
    }
}
