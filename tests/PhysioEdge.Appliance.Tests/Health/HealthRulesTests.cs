using PhysioEdge.Appliance.Health;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Wearables.Bluetooth;
using LinkStatus = PhysioEdge.Publishing.Links.LinkStatus;

namespace PhysioEdge.Appliance.Tests.Health;

public class HealthRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 43, 36, TimeSpan.Zero);

    private static HealthFacts Sound { get; } = new()
    {
        Cameras = [("a", Camera(CameraState.Streaming)), ("b", Camera(CameraState.Streaming))],
        Devices = [Device(LinkState.Searching, battery: null)],
        WithoutConsent = [],
        StoreProblem = null,
        SetAside = [],
        MeasurementsProblem = null,
        Link = new LinkStatus(ConnectedSince: Now),
        Parked = 0,
        OldestPending = TimeSpan.FromMinutes(20),
        DataFreeBytes = 10_000_000_000,
        IsPrivate = false,
        PrivacyProblem = null,
        Uptime = TimeSpan.FromHours(1),
        Now = Now,
    };

    [Fact]
    public void A_wearable_that_nobody_wears_and_a_recording_that_is_over_are_no_problem()
    {
        Assert.Empty(HealthRules.Judge(Sound));
        Assert.Empty(HealthRules.Judge(Sound with { Cameras = [("a", Camera(CameraState.Ended))] }));
    }

    [Fact]
    public void One_camera_of_two_is_less_than_there_should_be_and_none_is_no_box()
    {
        var one = Assert.Single(HealthRules.Judge(Sound with { Cameras = [("a", Camera(CameraState.BackingOff)), ("b", Camera(CameraState.Streaming))] }));
        Assert.Equal(new HealthProblem("camera/a", HealthLevel.Degraded, "It is unplugged."), one);

        Assert.Equal([HealthLevel.Failing, HealthLevel.Failing], LevelsOf(Sound with { Cameras = [("a", Camera(CameraState.Failed)), ("b", Camera(CameraState.Stalled))] }));
    }

    [Fact]
    public void A_camera_may_take_a_while_to_start()
    {
        var starting = Sound with { Cameras = [("a", Camera(CameraState.Starting))] };

        Assert.Empty(HealthRules.Judge(starting with { Uptime = TimeSpan.FromSeconds(10) }));
        Assert.Equal([HealthLevel.Failing], LevelsOf(starting with { Uptime = TimeSpan.FromSeconds(31) }));
    }

    [Fact]
    public void What_cannot_be_stored_is_failing_and_what_cannot_be_sent_waits()
    {
        Assert.Equal([HealthLevel.Failing], LevelsOf(Sound with { StoreProblem = "The disk is full." }));
        Assert.Equal([HealthLevel.Degraded], LevelsOf(Sound with { SetAside = ["physioedge.db.damaged-20261122T134336"] }));
        Assert.Equal([HealthLevel.Degraded], LevelsOf(Sound with { MeasurementsProblem = "The disk is full." }));
        Assert.Equal([HealthLevel.Degraded], LevelsOf(Sound with { Link = new LinkStatus(LastError: "It is away.") }));
        Assert.Equal([HealthLevel.Degraded], LevelsOf(Sound with { Parked = 2 }));
        Assert.Equal([HealthLevel.Degraded], LevelsOf(Sound with { OldestPending = TimeSpan.FromHours(1.1) }));
    }

    [Theory]
    [InlineData(600_000_000, null)]
    [InlineData(400_000_000, HealthLevel.Degraded)]
    [InlineData(40_000_000, HealthLevel.Failing)]
    public void Room_is_warned_of_before_it_is_gone(long free, HealthLevel? level) =>
        Assert.Equal(level is { } expected ? [expected] : [], LevelsOf(Sound with { DataFreeBytes = free }));

    [Fact]
    public void A_certificate_is_warned_of_weeks_before_it_expires()
    {
        Assert.Empty(HealthRules.Judge(Sound with { Link = Sound.Link with { CertificateExpiresAt = Now.AddDays(43) } }));
        var warning = Assert.Single(HealthRules.Judge(Sound with { Link = Sound.Link with { CertificateExpiresAt = Now.AddDays(41) } }));
        Assert.Equal("The box's certificate expires on 2027-01-02: have it renewed. It is taken up without a restart.", warning.Text);
    }

    [Fact]
    public void An_empty_battery_and_missing_Bluetooth_are_told()
    {
        Assert.Equal("Its battery is at 15 %: charge it.", Assert.Single(HealthRules.Judge(Sound with { Devices = [Device(LinkState.Streaming, 15)] })).Text);
        Assert.Equal([HealthLevel.Degraded], LevelsOf(Sound with { Devices = [Device(LinkState.NoAdapter, null)] }));
    }

    [Fact]
    public void The_privacy_switch_is_told_and_the_cameras_that_it_stops_are_not_blamed()
    {
        var problem = Assert.Single(HealthRules.Judge(Sound with { IsPrivate = true, Cameras = [("a", Camera(CameraState.SwitchedOff))] }));

        Assert.Equal(("privacy", HealthLevel.Degraded), (problem.Component, problem.Level));
    }

    private static IEnumerable<HealthLevel> LevelsOf(HealthFacts facts) => HealthRules.Judge(facts).Select(problem => problem.Level);

    private static CameraStatus Camera(CameraState state) => new("a", state, "It is unplugged.", 0, 0, 0, 0, 0);

    private static DeviceState Device(LinkState state, int? battery) => new()
    {
        Id = "watch",
        Role = "heart-rate",
        Side = null,
        State = state,
        Reason = null,
        BatteryPercent = battery,
        Received = 0,
        Decoded = 0,
        Refused = new Dictionary<string, long>(),
        Lost = 0,
        Reconnects = 0,
    };
}
