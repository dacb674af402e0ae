using CsCheck;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Samples;

public sealed class SampleAlignerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly SampleAligner<string> _aligner = new(3, Patience);

    [Fact]
    public void A_sample_waits_for_the_other_foot_and_then_goes_first_if_it_was_first()
    {
        Add(0, 10, "left 10");
        Add(1, 5, "right 5");

        Assert.Equal(["right 5"], Taken());

        Add(1, 12, "right 12");

        Assert.Equal(["left 10"], Taken());
    }

    [Fact]
    public void A_source_that_has_sent_nothing_yet_is_not_waited_for()
    {
        Add(0, 10, "left 10");

        Assert.Equal(["left 10"], Taken());
    }

    [Fact]
    public void A_foot_that_falls_behind_by_more_than_the_patience_is_not_waited_for()
    {
        Add(1, 0, "right 0");
        Add(0, 100, "left 100");
        Assert.Equal(["right 0"], Taken());

        Add(0, 501, "left 501");

        Assert.Equal(["left 100", "left 501"], Taken());
    }

    [Fact]
    public void A_source_that_is_gone_holds_nothing_back()
    {
        Add(1, 0, "right 0");
        Add(0, 100, "left 100");
        _aligner.Silence(1);

        Assert.Equal(["right 0", "left 100"], Taken());
    }

    [Fact]
    public void What_comes_after_later_samples_have_passed_is_left_out_and_counted()
    {
        Add(1, 0, "right 0");
        Add(0, 600, "left 600");
        _ = Taken();

        Add(1, 20, "right 20");

        Assert.Empty(Taken());
        Assert.Equal(1, _aligner.Late);
    }

    [Fact]
    public void Whatever_comes_in_whatever_order_leaves_in_the_order_of_time()
    {
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 300]).List[0, 200].Sample(steps =>
        {
            var aligner = new SampleAligner<int>(3, Patience);
            var clocks = new int[3];
            var taken = new List<int>();
            foreach (var (source, step) in steps)
            {
                clocks[source] += step;
                aligner.Add(source, TimeSpan.FromMilliseconds(clocks[source]), clocks[source]);
                while (aligner.TryTake(out var sample))
                    taken.Add(sample);
            }

            while (aligner.TryTakeLast(out var sample))
                taken.Add(sample);
            Assert.Equal(taken.Order(), taken);
            Assert.Equal(steps.Count, taken.Count + aligner.Late);
        });
    }

    private void Add(int source, int milliseconds, string sample) => _aligner.Add(source, TimeSpan.FromMilliseconds(milliseconds), sample);

    private List<string> Taken()
    {
        var taken = new List<string>();
        while (_aligner.TryTake(out var sample))
            taken.Add(sample);
        return taken;
    }
}
