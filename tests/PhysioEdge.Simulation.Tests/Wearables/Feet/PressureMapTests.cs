using PhysioEdge.Simulation.Wearables.Feet;

namespace PhysioEdge.Simulation.Tests.Wearables.Feet;

public class PressureMapTests
{
    [Fact]
    public void Cells_add_up_to_the_force_and_balance_at_its_centre()
    {
        var cells = Insoles.Profile.Sizes["42"];
        var map = new PressureMap(cells);
        var newtons = new double[cells.Count];
        for (var x = -0.38; x < 0.35; x += 0.03)
        {
            for (var y = -0.2; y <= 0.2; y += 0.1)
            {
                map.Spread(new FootForce(600, x, y), newtons);

                Assert.Equal(600, newtons.Sum(), 6);
                Assert.Equal(x, newtons.Select((n, i) => n * cells[i].X).Sum() / 600, 4);
                Assert.Equal(y, newtons.Select((n, i) => n * cells[i].Y).Sum() / 600, 4);
                Assert.All(newtons, n => Assert.True(n >= 0));
            }
        }
    }

    [Fact]
    public void A_foot_in_the_air_presses_on_no_cell()
    {
        var newtons = new double[16];

        new PressureMap(Insoles.Profile.Sizes["42"]).Spread(default, newtons);

        Assert.All(newtons, n => Assert.Equal(0, n));
    }

    [Fact]
    public void A_centre_beyond_the_cells_is_their_edge()
    {
        var cells = Insoles.Profile.Sizes["42"];
        var newtons = new double[cells.Count];

        new PressureMap(cells).Spread(new FootForce(100, 0.5, 0), newtons);

        Assert.Equal(0.35, newtons.Select((n, i) => n * cells[i].X).Sum() / 100, 4);
    }
}
