using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Exercises;

public class StepDetectorTests
{
    private const double RateHz = 15;

    private readonly StepDetector _steps = new();

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.3)]
    public void Feet_that_swing_in_turn_are_walked_with_however_slowly(double stepSeconds)
    {
        Swing(6, stepSeconds, higher: 0.1);

        Assert.True(_steps.IsWalking(TimeSpan.FromSeconds(6 * stepSeconds)));
    }

    [Fact]
    public void Knees_that_are_lifted_on_the_spot_are_no_steps_however_likely_they_look()
    {
        Swing(6, 0.7, higher: 0.4);

        Assert.False(_steps.IsWalking(TimeSpan.FromSeconds(4.2)));
    }

    [Fact]
    public void A_walk_is_over_when_no_step_follows()
    {
        Swing(6, 0.6, higher: 0.1);

        Assert.False(_steps.IsWalking(TimeSpan.FromSeconds(3.6 + 3)));
    }

    /// <summary>One foot after the other, left first, each in the middle half of its step.</summary>
    private void Swing(int steps, double seconds, double higher)
    {
        for (var i = 0; i / RateHz < steps * seconds; i++)
        {
            var (step, part) = ((int)(i / RateHz / seconds), (i / RateHz / seconds) % 1);
            var (swings, isLeft) = (part is > 0.25 and < 0.75, step % 2 == 0);
            var posture = new BodyPosture { IsKnown = true, LeftFootHigher = swings ? isLeft ? higher : -higher : 0 };
            _steps.Add(TimeSpan.FromSeconds(i / RateHz), posture, new FootSwing(swings && isLeft ? 0.95f : 0.02f, swings && !isLeft ? 0.95f : 0.02f));
        }
    }
}
