using PhysioEdge.Appliance.Accuracy.Wearables;

namespace PhysioEdge.Appliance.Tests.Accuracy.Wearables;

public class NabScoreTests
{
    private static readonly DateTime[] Times = [.. Enumerable.Range(0, 1000).Select(i => new DateTime(2026, 1, 1).AddMinutes(i))];
    private static readonly (DateTime, DateTime)[] Windows = [(Times[400], Times[499])];

    [Fact]
    public void Silence_scores_nothing() => Assert.Equal(0, ScoreOf());

    [Fact]
    public void A_detection_where_the_window_begins_scores_everything() => Assert.Equal(100, ScoreOf(400), 0.01);

    [Fact]
    public void A_later_detection_scores_less_and_one_after_the_first_nothing_more()
    {
        Assert.InRange(ScoreOf(495), 50, 75);
        Assert.Equal(ScoreOf(450), ScoreOf(450, 470));
    }

    [Fact]
    public void A_false_alarm_costs_a_ninth_of_a_hit() => Assert.Equal(100 - (100 * 0.11 / 2), ScoreOf(200, 400), 0.01);

    [Fact]
    public void Alarms_while_learning_cost_nothing() => Assert.Equal(100, ScoreOf(10, 149, 400), 0.01);

    private static double ScoreOf(params int[] detections)
    {
        var score = new NabScore();
        score.Add(Times, [.. Enumerable.Range(0, Times.Length).Select(detections.Contains)], Windows);
        return score.Percent;
    }
}
