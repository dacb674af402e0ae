using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

public class AngleTraceTests
{
    [Fact]
    public void It_holds_the_last_twenty_seconds_in_order()
    {
        var trace = new AngleTrace();
        for (var i = 0; i < 1000; i++)
            trace.Add(new TracePoint(i / 18.0, i));

        var points = trace.Read();

        Assert.Equal(361, points.Count);
        Assert.Equal((639.0, 999.0), (points[0].Value, points[^1].Value));
    }

    [Fact]
    public void It_begins_anew_with_another_exercise()
    {
        var trace = new AngleTrace();
        trace.Add(new TracePoint(1, 2));
        trace.Clear();

        Assert.Empty(trace.Read());
    }
}
