using PhysioEdge.Analysis.Activity;

namespace PhysioEdge.Analysis.Tests.Activity;

public class MotionIntensityTests
{
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
