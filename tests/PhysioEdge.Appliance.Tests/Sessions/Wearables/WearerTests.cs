using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.TestKit;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Appliance.Tests.Sessions.Wearables;

public sealed class WearerTests : IDisposable
{
    private static readonly CarePlan Plan = new()
    {
        Patient = "pt-7f3a",
        Version = 1,
        Exercises = [],
        BodyMassKilograms = 72,
        WeightBearing = new PrescribedWeightBearing(PrescribedSide.Left, 30),
        HeartRate = new PrescribedHeartRate { LimitBpm = 150, Age = 50 },
    };

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly MeasurementStore _store;
    private readonly MeasurementRecorder _recorder;
    private readonly LiveFeed _feed = new();
    private readonly Worn _worn;
    private readonly Wearer _wearer;
    private readonly List<FlaggedEvent> _events = [];
    private TimeSpan _now;

    public WearerTests()
    {
        _store = MeasurementStore.Open(_folder.Path);
        _recorder = new MeasurementRecorder(_store, new RetentionOptions(), _time, NullLogger<MeasurementRecorder>.Instance);
        var script = new MotionScriptBuilder(new BodySize(), seed: 2).StandStill(1).Walk(new WalkPlan(), new FloorPoint(14, 0)).StandStill(2).Build();
        _worn = new Worn(script, Plan);
        var clock = new WallClock(_time);
        var patient = new Patient(Plan, new SessionBook(TimeSpan.FromMinutes(5), () => "s-1"), new EventComposer("edge-1", Plan.Patient, clock));
        var live = new WearerLive(Plan, _worn.Pipeline, [_feed]);
        _wearer = new Wearer(patient, _worn.Devices, _worn.Pipeline, live, new WearerRows(Plan.Patient, _recorder, clock));
    }

    public void Dispose()
    {
        _recorder.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_step_beyond_the_limit_becomes_one_event_of_the_patients_session()
    {
        Play();

        var events = _events.Where(e => e.Type == "pe.load.limit.v1").ToList();
        Assert.Single(events.DistinctBy(e => e.Id));
        Assert.All(events, e => Assert.Equal(("s-1", "pt-7f3a", "left", "walking"), (e.Data.Session, e.Subject, e.Data.Side, e.Data.Exercise)));
        Assert.Null(events[0].Data.Model);
    }

    [Fact]
    public async Task Strides_and_minutes_are_kept()
    {
        Play();
        _wearer.Finish();
        await _recorder.StopAsync(TestContext.Current.CancellationToken);

        var strides = _store.ReadStrides("s-1");
        Assert.InRange(strides.Count, 16, 40);
        Assert.Contains(strides, s => s is { Side: Side.Left, SwingSeconds: > 0.2 and < 0.8, StanceSeconds: > 0.4 and < 1.2, PeakNewtons: > 600 });
        Assert.Contains(_store.ReadMinutes("pt-7f3a", "heart-rate", Side.Both, DateTimeOffset.MinValue, DateTimeOffset.MaxValue), m => m.Mean is > 50 and < 120);
        Assert.Contains(_store.ReadMinutes("pt-7f3a", "peak-load", Side.Right, DateTimeOffset.MinValue, DateTimeOffset.MaxValue), m => m is { Unit: "kg", Mean: > 60 and < 110 });
    }

    [Fact]
    public void An_insole_that_falls_silent_in_a_session_is_a_state_at_once_and_an_event_after_half_a_minute()
    {
        Play();
        Advance(1, LinkState.Streaming);

        Advance(10, LinkState.Searching);

        Assert.Equal(LinkState.Searching, _wearer.Read(Links(LinkState.Searching)).Single(d => d.Id == "left").State);
        Assert.DoesNotContain(_events, e => e.Type == "pe.device.silent.v1");

        Advance(25, LinkState.Searching);

        Assert.Equal("left has sent nothing for 35 s of the session; what it measures is missing.", _events.Single(e => e.Type == "pe.device.silent.v1" && e.Data.Side == "left").Data.Explanation);
    }

    [Fact]
    public async Task A_screen_is_told_of_feet_steps_heart_and_of_a_step_beyond_the_limit()
    {
        var listening = ListenAsync(kinds: 4);
        Play();
        var told = await listening.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(["feet", "heart", "steps", "warning"], told.Keys.Order());
        Assert.Equal(16, told["feet"].GetProperty("left").GetProperty("cells").GetArrayLength());
        Assert.True(told["steps"].GetProperty("steps").EnumerateArray().First(s => s.GetProperty("side").GetString() == "left").GetProperty("over").GetBoolean());
        Assert.InRange(told["heart"].GetProperty("bpm").GetDouble(), 50, 120);
        Assert.Equal("left", told["warning"].GetProperty("side").GetString());
    }

    private async Task<Dictionary<string, JsonElement>> ListenAsync(int kinds)
    {
        var told = new Dictionary<string, JsonElement>();
        await foreach (var item in _feed.ListenAsync(_ => true, TestContext.Current.CancellationToken))
        {
            told[item.EventType] = JsonElement.Parse(Encoding.UTF8.GetString(item.Data));
            if (told.Count == kinds)
                break;
        }

        return told;
    }

    private void Play()
    {
        foreach (var notification in _worn.Notifications())
        {
            _time.Advance(notification.ArrivedAt - _now);
            _now = notification.ArrivedAt;
            _events.AddRange(_wearer.Process(notification));
        }
    }

    private void Advance(int seconds, LinkState state)
    {
        _now += TimeSpan.FromSeconds(seconds);
        _events.AddRange(_wearer.Advance(_now, Links(state)));
    }

    private LinkStatus[] Links(LinkState state) => [.. _worn.Devices.Select(d => new LinkStatus(d.Id, state, null, 80, 1, 0, _now))];
}
