using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait;

public class WalkingBoutTests
{
    [Fact]
    public void Standing_between_two_walks_makes_two_bouts()
    {
        var bouts = WalkingBout.Of([.. Walk(from: 1, steps: 6), .. Walk(from: 20, steps: 4)]);

        Assert.Equal([(1, 6), (20, 4)], bouts.Select(b => (b.Start.TotalSeconds, b.Steps)));
        Assert.Equal(1 + (5 * 0.6) + 0.7, bouts[0].End.TotalSeconds, 9);
    }

    [Fact]
    public void Two_steps_aside_are_no_walk() => Assert.Empty(WalkingBout.Of(Walk(from: 1, steps: 2)));

    [Fact]
    public void Slow_steps_are_one_bout() => Assert.Single(WalkingBout.Of(Walk(from: 1, steps: 8, stepSeconds: 2.5)));

    [Fact]
    public void The_order_in_which_contacts_are_known_does_not_matter()
        => Assert.Equal(WalkingBout.Of(Walk(from: 1, steps: 9)), WalkingBout.Of(Walk(from: 1, steps: 9).Reverse()));

    [Fact]
    public void Nobody_who_does_not_step_walks() => Assert.Empty(WalkingBout.Of([]));

    private static IEnumerable<FootContact> Walk(double from, int steps, double stepSeconds = 0.6) => Enumerable.Range(0, steps).Select(i => new FootContact(
        i % 2 == 0 ? Side.Left : Side.Right,
        TimeSpan.FromSeconds(from + (i * stepSeconds)),
        TimeSpan.FromSeconds(from + (i * stepSeconds) + 0.7)));
}
