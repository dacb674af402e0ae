using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Pain;

namespace PhysioEdge.Analysis.Tests.Pain;

public sealed class PainDetectorTests
{
    private readonly PainDetector _pain = new(limit: 5);
    private int _second;

    [Fact]
    public void Pain_below_the_limit_is_no_news()
    {
        Assert.Null(Rate(0));
        Assert.Null(Rate(4));
    }

    [Fact]
    public void Pain_at_the_limit_is_flagged_once_and_again_only_when_it_gets_worse()
    {
        Assert.Equal((FlagPhase.New, FlagSeverity.Minor), Told(Rate(5)));
        Assert.Null(Rate(5));
        Assert.Equal((FlagPhase.Update, FlagSeverity.Moderate), Told(Rate(8)));
        Assert.Null(Rate(7));
    }

    [Fact]
    public void It_is_over_when_it_is_below_the_limit_and_two_points_better()
    {
        _ = Rate(5);
        Assert.Null(Rate(4));
        Assert.Equal(FlagPhase.End, Rate(3)!.Phase);
        Assert.Equal(FlagPhase.New, Rate(6)!.Phase);
    }

    [Fact]
    public void The_flag_says_the_score_the_limit_and_the_exercise()
    {
        var flag = Rate(6)!;

        Assert.Equal("The patient rates the pain 6 of 10 (to be told from 5 on).", flag.Explanation);
        Assert.Equal((6.0, 5.0, ExerciseKind.Squat), (flag.Measure.Value, flag.Measure.Limit, flag.Exercise));
        Assert.Equal([(1, 6.0)], flag.Evidence);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void There_is_no_score_beyond_the_scale(int score)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Rate(score));

    private Flag? Rate(int score) => _pain.Add(TimeSpan.FromSeconds(_second++), score, ExerciseKind.Squat);

    private static (FlagPhase, FlagSeverity) Told(Flag? flag) => (flag!.Phase, flag.Severity);
}
