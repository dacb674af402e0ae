using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Wearables.Tests.Codecs;

public sealed class DecodeCountersTests
{
    [Fact]
    public void What_is_refused_is_counted_by_its_reason()
    {
        var counters = new DecodeCounters();
        foreach (var value in (byte[][])[[50], [101], [255], []])
            counters.Count(BatteryLevel.Decode(value));

        Assert.Equal(1, counters.Decoded);
        Assert.Equal([1L, 2L], counters.Refused.Values.Order());
        Assert.Equal(2, counters.Refused["a battery level above 100 %"]);
    }

    [Fact]
    public void A_result_is_handed_on_as_it_is()
    {
        var counters = new DecodeCounters();

        Assert.Equal(50, counters.Count(BatteryLevel.Decode([50])).Value);
        Assert.False(counters.Count(BatteryLevel.Decode([])).IsDecoded);
    }
}
