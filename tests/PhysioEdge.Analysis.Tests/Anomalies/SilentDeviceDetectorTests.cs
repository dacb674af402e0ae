using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Anomalies;

public sealed class SilentDeviceDetectorTests
{
    private readonly SilentDeviceDetector _detector = new("insole-left", Side.Left);

    [Fact]
    public void A_device_that_is_silent_for_half_a_minute_of_a_session_is_flagged_once()
    {
        Assert.Null(Advance(10, heard: 9));
        Assert.Null(Advance(38, heard: 9));

        var flag = Advance(40, heard: 9)!;

        Assert.Equal(("device.silent", FlagPhase.New, Side.Left), (flag.Kind, flag.Phase, flag.Side));
        Assert.Equal("insole-left has sent nothing for 30 s of the session; what it measures is missing.", flag.Explanation);
        Assert.Null(Advance(50, heard: 9));
    }

    [Fact]
    public void It_is_over_when_the_device_is_heard_again()
    {
        _ = Advance(10, heard: 9);
        _ = Advance(50, heard: 9);

        Assert.Equal(FlagPhase.End, Advance(51, heard: 51)!.Phase);
        Assert.Null(Advance(52, heard: 52));
    }

    [Fact]
    public void Outside_of_a_session_a_device_may_be_silent()
    {
        Assert.Null(Advance(100, heard: 9, inSession: false));
        Assert.Null(Advance(101, heard: 9));
        Assert.Null(Advance(129, heard: 9));
    }

    [Fact]
    public void A_device_that_was_never_heard_is_silent_from_the_sessions_start()
    {
        _ = Advance(10, heard: null);

        Assert.Equal(TimeSpan.FromSeconds(10), Advance(45, heard: null)!.OnsetAt);
    }

    [Fact]
    public void The_session_ends_it()
    {
        _ = Advance(0, heard: null);
        _ = Advance(40, heard: null);

        Assert.Equal("The session ended without insole-left.", Advance(41, heard: null, inSession: false)!.Explanation);
    }

    private Flag? Advance(int now, int? heard, bool inSession = true)
        => _detector.Advance(TimeSpan.FromSeconds(now), heard is { } second ? TimeSpan.FromSeconds(second) : null, inSession);
}
