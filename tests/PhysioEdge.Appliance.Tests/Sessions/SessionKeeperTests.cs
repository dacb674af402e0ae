using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Sessions;

public sealed class SessionKeeperTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly MeasurementStore _store;
    private readonly MeasurementRecorder _recorder;
    private readonly SessionKeeper _keeper;

    public SessionKeeperTests()
    {
        _store = MeasurementStore.Open(_folder.Path);
        _recorder = new MeasurementRecorder(_store, new RetentionOptions(), _time, NullLogger<MeasurementRecorder>.Instance);
        _keeper = new SessionKeeper("pt-7f3a", _recorder, new WallClock(_time));
    }

    public void Dispose()
    {
        _recorder.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_session_is_kept_with_its_repetitions_at_the_time_of_the_wall()
    {
        var session = new Session("s-1", []);
        _keeper.Note(null, isOver: true, Seconds(95));
        Add(session, start: 96);
        _keeper.Note(session, isOver: false, Seconds(100));
        Add(session, start: 102);
        _keeper.Note(session, isOver: false, Seconds(106));
        _keeper.Note(session, isOver: true, Seconds(400));
        await Written();

        Assert.Equal([new SessionRow("s-1", "pt-7f3a", Noon.AddSeconds(-4), Noon.AddSeconds(5))], _store.ReadSessions("pt-7f3a", 10));
        var repetitions = _store.ReadRepetitions("s-1");
        Assert.Equal([(1, "squat", Noon.AddSeconds(-4)), (2, "squat", Noon.AddSeconds(2))], repetitions.Select(r => (r.Number, r.Exercise, r.Start)));
        Assert.Equal((85d, 90d, Side.Both, 0.9, (double?)0.3), (repetitions[0].RangeDegrees, repetitions[0].PeakDegrees, repetitions[0].Side, repetitions[0].Quality, repetitions[0].HoldSeconds));
    }

    [Fact]
    public async Task A_clock_that_is_set_during_a_session_does_not_tear_it_apart()
    {
        var session = new Session("s-1", []);
        Add(session, start: 0);
        _keeper.Note(session, isOver: false, Seconds(4));
        _time.SetUtcNow(Noon.AddYears(3));
        Add(session, start: 6);
        _keeper.Note(session, isOver: true, Seconds(10));
        await Written();

        Assert.Equal([TimeSpan.Zero, Seconds(6)], _store.ReadRepetitions("s-1").Select(r => r.Start - Noon + Seconds(4)));
    }

    [Fact]
    public async Task What_was_done_last_in_a_recording_is_kept_although_it_is_known_only_at_its_end()
    {
        var session = new Session("s-1", []);
        _keeper.Note(null, isOver: true, Seconds(10));
        Add(session, start: 1);
        Add(session, start: 6);

        _keeper.Finish(session);
        await Written();

        Assert.Equal([1, 2], _store.ReadRepetitions("s-1").Select(r => r.Number));
        Assert.NotNull(Assert.Single(_store.ReadSessions("pt-7f3a", 10)).Ended);
    }

    [Fact]
    public async Task The_next_session_begins_anew()
    {
        foreach (var id in (string[])["s-1", "s-2"])
        {
            var session = new Session(id, []);
            Add(session, start: 1);
            _keeper.Note(session, isOver: false, Seconds(5));
            _keeper.Note(session, isOver: true, Seconds(400));
            _time.Advance(TimeSpan.FromHours(1));
        }

        await Written();

        Assert.Equal(["s-2", "s-1"], _store.ReadSessions("pt-7f3a", 10).Select(s => s.Id));
        Assert.Equal(1, Assert.Single(_store.ReadRepetitions("s-2")).Number);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static void Add(Session session, double start) => session.Repetitions.Add(
        new Repetition(ExerciseKind.Squat, Side.Both, Seconds(start), Seconds(start + 1), Seconds(start + 3), 85, 90, 84, 86, false, 0.9)
        {
            Form = new RepetitionForm(0.9, 0.3, 1.8, null, 12, null, 0.8, 2),
        });

    private async Task Written() => await _recorder.StopAsync(TestContext.Current.CancellationToken);
}
