using PhysioEdge.Analysis.HeartRate;

namespace PhysioEdge.Analysis.Tests.HeartRate;

public class HeartRateZonesTests
{
    [Theory]
    [InlineData(119, 0)]
    [InlineData(120, 1)]
    [InlineData(140, 2)]
    [InlineData(162, 4)]
    [InlineData(179, 5)]
    [InlineData(205, 5)]
    public void Zones_are_tenths_of_the_range_above_rest(double bpm, int zone)
        => Assert.Equal(zone, new HeartRateZones(180, 60).Of(bpm));

    [Fact]
    public void A_zone_begins_where_the_one_below_ends()
    {
        var zones = new HeartRateZones(178, 52);

        for (var zone = 1; zone <= HeartRateZones.Count; zone++)
        {
            Assert.Equal(zone, zones.Of(zones.LowestOf(zone)));
            Assert.Equal(zone - 1, zones.Of(zones.LowestOf(zone) - 0.1));
        }
    }

    [Fact]
    public void Somebody_of_forty_is_expected_to_reach_180()
        => Assert.Equal(180, HeartRateZones.MaximumOfAge(40));
}
