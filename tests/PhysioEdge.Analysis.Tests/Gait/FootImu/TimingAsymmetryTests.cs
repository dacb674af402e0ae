using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.FootImu;

public class TimingAsymmetryTests
{
    private const double LimpFromSeconds = 60;
    private const double StrideSeconds = 1.1;

    [Fact]
    public void A_limp_that_begins_on_the_way_is_flagged_once_and_soon()
    {
        var flag = Assert.Single(Walked(limpSeconds: 0.1));

        Assert.Equal("asymmetry.timing", flag.Kind);
        Assert.InRange(flag.RaisedAt.TotalSeconds, LimpFromSeconds, LimpFromSeconds + 15);
    }

    [Fact]
    public void A_limp_that_was_there_from_the_beginning_is_the_usual_one()
        => Assert.Empty(Walked(limpSeconds: 0.1, from: 0));

    [Fact]
    public void An_even_walk_raises_nothing()
        => Assert.Empty(Walked(limpSeconds: 0));

    [Fact]
    public void One_foot_alone_raises_nothing()
        => Assert.Empty(Walked(limpSeconds: 0.1, feet: [Side.Left]));

    /// <summary>Two minutes of walking with the scatter of real steps; the left foot stands shorter and the right one lands earlier in a limp.</summary>
    private static List<Flag> Walked(double limpSeconds, double from = LimpFromSeconds, IReadOnlyList<Side>? feet = null)
    {
        var (timing, random, flags) = (new TimingAsymmetry(), new Random(7), new List<Flag>());
        double Scatter() => 0.01 * (random.NextDouble() - 0.5);
        for (var stride = 0; stride < 110; stride++)
        {
            var start = stride * StrideSeconds;
            var limp = start >= from ? limpSeconds : 0;
            foreach (var (side, landed, stance) in new[] { (Side.Left, start, 0.68 - limp), (Side.Right, start + 0.55 - limp, 0.68) })
            {
                var contact = landed + Scatter();
                var toeOff = landed + stance + Scatter();
                if (feet?.Contains(side) ?? true)
                    flags.AddRange(timing.Add(new FootContact(side, TimeSpan.FromSeconds(contact), TimeSpan.FromSeconds(toeOff)), TimeSpan.FromSeconds(toeOff + 0.1)));
            }
        }

        return flags;
    }
}
