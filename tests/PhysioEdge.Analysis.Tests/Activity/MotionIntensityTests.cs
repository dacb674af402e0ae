using PhysioEdge.Analysis.Activity;

namespace PhysioEdge.Analysis.Tests.Activity;

public class MotionIntensityTests
{
    [Fact]
    public void A_wrist_at_rest_has_no_intensity_whichever_way_it_lies()
        => Assert.Equal(0, MotionIntensity.EnmoMilliG([(0, 0, 1), (0.6, 0.8, 0), (-1, 0, 0)])!.Value, 1e-6);

    [Fact]
    public void Falling_below_gravity_does_not_count_against_rising_above_it()
        => Assert.Equal(250, MotionIntensity.EnmoMilliG([(0, 0, 1.5), (0, 0, 0.5)])!.Value, 1e-6);

    [Fact]
    public void Without_samples_nothing_is_known() => Assert.Null(MotionIntensity.EnmoMilliG([]));

    [Theory]
    [InlineData(10, ActivityLevel.Sedentary)]
    [InlineData(60, ActivityLevel.Light)]
    [InlineData(200, ActivityLevel.Moderate)]
    [InlineData(600, ActivityLevel.Vigorous)]
    public void Motion_of_the_wrist_has_a_level(double milliG, ActivityLevel level) => Assert.Equal(level, MotionIntensity.LevelOfWrist(milliG));

    [Theory]
    [InlineData(0, ActivityLevel.Sedentary)]
    [InlineData(80, ActivityLevel.Light)]
    [InlineData(110, ActivityLevel.Moderate)]
    [InlineData(150, ActivityLevel.Vigorous)]
    public void Steps_have_a_level(double perMinute, ActivityLevel level) => Assert.Equal(level, MotionIntensity.LevelOfSteps(perMinute));
}
