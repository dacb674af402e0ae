using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Exercises;

public class FormScorerTests
{
    private readonly FormScorer _scorer = new();

    [Fact]
    public void The_first_three_are_what_later_ones_are_compared_with()
    {
        Assert.Null(_scorer.Score(Squat(92)));
        Assert.Null(_scorer.Score(Squat(90)));
        Assert.Null(_scorer.Score(Squat(94)));
        Assert.InRange(_scorer.Score(Squat(91))!.Value.Points, 95, 100);
    }

    [Fact]
    public void A_shallow_one_scores_low_and_says_so()
    {
        Learn();

        var score = _scorer.Score(Squat(71))!.Value;

        Assert.InRange(score.Points, 0, 50);
        Assert.Equal("only 71° where 92° is usual", score.Reason);
    }

    [Fact]
    public void A_hurried_one_says_so()
    {
        Learn();

        Assert.Equal("faster than usual: 1.0 s where 2.0 s is usual", _scorer.Score(Squat(92, seconds: 1))!.Value.Reason);
    }

    [Fact]
    public void A_leaning_trunk_is_the_reason_when_it_is_the_most_unlike()
    {
        Learn();

        Assert.Equal("the trunk leant 22° more forward than usual", _scorer.Score(Squat(86, lean: 52))!.Value.Reason);
    }

    [Fact]
    public void A_side_that_stays_behind_is_named()
    {
        Learn();

        Assert.Equal("the left side 20° further behind than usual", _scorer.Score(Squat(92, sideDifference: 20))!.Value.Reason);
    }

    [Fact]
    public void A_patient_who_gets_worse_bit_by_bit_does_not_make_that_the_usual()
    {
        Learn();
        var last = default(FormScore);
        for (var range = 88.0; range > 60; range -= 2)
            last = _scorer.Score(Squat(range))!.Value;

        Assert.InRange(last.Points, 0, 40);
    }

    [Fact]
    public void Attempts_are_not_scored_and_teach_nothing()
    {
        Learn();

        Assert.Null(_scorer.Score(Squat(30) with { Partial = true }));
        Assert.InRange(_scorer.Score(Squat(92))!.Value.Points, 95, 100);
    }

    [Fact]
    public void Each_exercise_and_side_has_its_own_usual()
    {
        Learn();

        Assert.Null(_scorer.Score(Squat(40) with { Exercise = ExerciseKind.KneeExtension, Side = Side.Left }));
    }

    private void Learn()
    {
        foreach (var range in (double[])[92, 90, 94])
            _scorer.Score(Squat(range));
    }

    private static Repetition Squat(double range, double seconds = 2, double lean = 30, double sideDifference = 0) => new(
        ExerciseKind.Squat, Side.Both, TimeSpan.Zero, TimeSpan.FromSeconds(seconds / 2), TimeSpan.FromSeconds(seconds), range, range, range, range, false, 1)
    {
        Form = new RepetitionForm(seconds / 2, 0, seconds / 2, -1.6, lean, 0, 1, sideDifference),
    };
}
