using PhysioEdge.Analysis.Gait.Insoles;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class InsoleGeometryTests
{
    private readonly InsoleGeometry _geometry = new([new InsoleCell(10, -0.4, 0.1), new InsoleCell(20, 0.3, -0.2)]);

    [Fact]
    public void Force_is_pressure_times_area_and_its_centre_lies_between_the_cells()
    {
        var load = _geometry.Of([10, 5]);

        Assert.Equal(200, load.ForceNewtons, 9);
        Assert.Equal(-0.05, load.CentreX, 9);
        Assert.Equal(-0.05, load.CentreY, 9);
    }

    [Fact]
    public void The_centre_of_a_foot_in_the_air_is_not_known()
    {
        var load = _geometry.Of([1, 1]);

        Assert.Equal(30, load.ForceNewtons, 9);
        Assert.True(double.IsNaN(load.CentreX));
    }

    [Fact]
    public void A_missing_cell_makes_the_load_unknown()
        => Assert.True(double.IsNaN(_geometry.Of([double.NaN, 5]).ForceNewtons));

    [Fact]
    public void A_cell_without_area_is_refused()
        => Assert.Throws<ArgumentException>(() => new InsoleGeometry([new InsoleCell(0, 0, 0)]));
}
