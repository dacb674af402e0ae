using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;

namespace PhysioEdge.Analysis.Tests.TimedTests;

public class OneLegStandsTests
{
    [Fact]
    public void A_stance_lasts_from_the_foots_leaving_to_its_coming_back()
    {
        var test = OneLegStands.Of(Stance(3.5))!;

        Assert.Equal((TimedTest.SingleLegStance, Side.Right, 3.5), (test.Test, test.Side, test.Result));
        Assert.Contains(CutOff.Of(test.Test), limit => limit.IsBeyond(test.Result));
    }

    [Fact]
    public void A_stance_that_goes_on_counts_as_one_of_45_seconds() => Assert.Equal(45, OneLegStands.Of(Stance(75))!.Result);

    [Fact]
    public void A_step_is_no_stance() => Assert.Null(OneLegStands.Of(Stance(0.6)));

    private static Repetition Stance(double seconds) => new(
        ExerciseKind.SingleLegStance, Side.Right, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1 + (seconds / 2)), TimeSpan.FromSeconds(1 + seconds), 60, 60, null, null, false, 1);
}
