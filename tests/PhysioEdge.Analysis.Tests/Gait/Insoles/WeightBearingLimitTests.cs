using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public class WeightBearingLimitTests
{
    [Fact]
    public void Only_the_steps_of_that_leg_beyond_the_limit_are_flagged()
    {
        var limit = new WeightBearingLimit(Side.Left, 20, 80);
        var (steps, _) = new InsoleWalk().Stand(1, 190).Walk(5, left: 180).Walk(1, left: 300).Walk(5, left: 180).Measure();
        InsoleStep[] left = [.. steps.Where(s => s.Contact.Side == Side.Left)];

        Flag[] flags = [.. left.Select((s, i) => limit.Judge(s, i + 1)).OfType<Flag>()];

        var flag = Assert.Single(flags);
        Assert.Equal(FlagSeverity.Moderate, flag.Severity);
        Assert.Contains(left, s => s.Contact.InitialContact == flag.OnsetAt && s.PeakNewtons > 250);
        Assert.Contains("% of body weight", flag.Explanation, StringComparison.Ordinal);
        Assert.All(steps.Where(s => s.Contact.Side == Side.Right), s => Assert.Null(limit.Judge(s, 1)));
    }
}
