using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Insoles;

public sealed class AsymmetryLimitDetectorTests
{
    private readonly AsymmetryLimitDetector _detector = new("stance-symmetry", "stance time", 10, s => s.StancePercent);
    private int _stride;

    [Fact]
    public void A_leg_that_takes_longer_than_allowed_is_flagged_after_ten_strides()
    {
        var flag = Assert.Single(Walk(12, percent: 14));

        Assert.Equal((FlagPhase.New, FlagSeverity.Minor, Side.Right, 10), (flag.Phase, flag.Severity, flag.Side, flag.Evidence.Count));
        Assert.Equal("The right stance time is 14 % larger than the left in the last 10 strides; 10 % are allowed.", flag.Explanation);
    }

    [Fact]
    public void An_asymmetry_that_may_as_well_be_within_the_limit_is_no_news()
    {
        Assert.Empty(Walk(40, percent: 11, scatter: 6));
    }

    [Fact]
    public void One_limping_stride_is_no_news()
    {
        _ = Walk(15, percent: 2);
        Assert.Empty(Walk(1, percent: 60));
        Assert.Empty(Walk(15, percent: 2));
    }

    [Fact]
    public void It_gets_graver_once_and_ends_once()
    {
        FlagPhase[] phases = [.. Walk(10, -14).Concat(Walk(20, -25)).Concat(Walk(30, -3)).Select(f => f.Phase)];

        Assert.Equal([FlagPhase.New, FlagPhase.Update, FlagPhase.End], phases);
    }

    private List<Flag> Walk(int strides, double percent, double scatter = 1)
    {
        var flags = new List<Flag>();
        for (var i = 0; i < strides; i++)
        {
            var stride = new StrideSymmetry
            {
                Side = Side.Left,
                InitialContact = TimeSpan.FromSeconds(_stride),
                KnownAt = TimeSpan.FromSeconds(++_stride),
                StrideTimeSeconds = 1.1,
                PeakPercent = 0,
                ImpulsePercent = 0,
                StancePercent = percent + (_stride % 2 == 0 ? scatter : -scatter),
                StepTimePercent = 0,
            };
            if (_detector.Add(stride) is { } flag)
                flags.Add(flag);
        }

        return flags;
    }
}
