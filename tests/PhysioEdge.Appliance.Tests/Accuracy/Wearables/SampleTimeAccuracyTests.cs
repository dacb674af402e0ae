using PhysioEdge.Appliance.Accuracy.Wearables;

namespace PhysioEdge.Appliance.Tests.Accuracy.Wearables;

public class SampleTimeAccuracyTests
{
    [Fact]
    public void Two_feet_and_a_watch_line_up_over_every_radio_that_suits_them_within_ten_milliseconds()
    {
        var scores = SampleTimeAccuracy.Measure().ToList();

        Assert.Equal(12, scores.Count(s => s.IsMet == true));
        Assert.DoesNotContain(scores, s => s.IsMet == false || double.IsNaN(s.Value));
    }
}
