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
    public void Somebody_of_forty_is_expected_to_reach_180()
        => Assert.Equal(180, HeartRateZones.MaximumOfAge(40));
}
