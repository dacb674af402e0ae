using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Tests.Signals;

public class OneEuroFilterTests
{
    private static readonly OneEuroTuning Tuning = new(0.1, 40, 1);

    [Fact]
    public void Trembling_at_rest_is_calmed()
    {
        var filter = default(OneEuroFilter);
        var outputs = Enumerable.Range(0, 300).Select(i => filter.Apply(i % 2 == 0 ? 0.001 : -0.001, 1 / 30.0, 1, Tuning)).ToList();

        Assert.True(outputs[^50..].Max() - outputs[^50..].Min() < 0.0004);
    }

    [Fact]
    public void A_fast_movement_is_followed_closely()
    {
        var filter = default(OneEuroFilter);
        var last = 0.0;
        for (var i = 0; i < 60; i++)
            last = filter.Apply(1.0 * i / 30, 1 / 30.0, 1, Tuning);

        Assert.Equal(59 / 30.0, last, 0.02);
    }
}
