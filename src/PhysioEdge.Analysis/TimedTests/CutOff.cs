namespace PhysioEdge.Analysis.TimedTests;

/// <summary>A published value beyond which a test says something.</summary>
/// <param name="Meaning">What it says, in a few words.</param>
/// <param name="Limit">The value, in the unit of the test's result.</param>
/// <param name="MoreIsWorse">Whether results above it say so, or results below it.</param>
/// <param name="Source">Where it was published.</param>
public sealed record CutOff(string Meaning, double Limit, bool MoreIsWorse, string Source)
{
    /// <summary>The cut-offs of a test, in the order of their limits.</summary>
    /// <remarks>Those that go by age and sex are not among them: the box knows neither. All are of older adults living at home.</remarks>
    public static IReadOnlyList<CutOff> Of(TimedTest test) => test switch
    {
        TimedTest.FiveTimesSitToStand =>
        [
            new("more likely to fall again and again", 12, true, "Tiedemann et al., Age Ageing 37 (2008) 430–435"),
            new("more likely to fall again and again", 15, true, "Buatois et al., J Am Geriatr Soc 56 (2008) 1575–1577"),
        ],
        TimedTest.ThirtySecondChairStand =>
        [
            new("a lower level of functional ability", 8, false, "Rikli and Jones, J Aging Phys Act 7 (1999), functional fitness normative scores"),
        ],
        TimedTest.TimedUpAndGo =>
        [
            new("at risk of falling", 12, true, "CDC STEADI, Timed Up & Go (2017)"),
            new("prone to falls", 13.5, true, "Shumway-Cook, Brauer and Woollacott, Phys Ther 80 (2000) 896–903"),
        ],
        _ =>
        [
            new("at risk of an injurious fall", 5, false, "Vellas et al., J Am Geriatr Soc 45 (1997) 735–738"),
        ],
    };

    /// <summary>Whether a result is beyond it.</summary>
    public bool IsBeyond(double result) => MoreIsWorse ? result >= Limit : result < Limit;
}
