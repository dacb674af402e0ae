using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Sqlite;
using PhysioEdge.TestKit;

namespace PhysioEdge.Storage.Tests.Measurements;

public sealed class MeasurementRecorderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Rows.Noon.AddHours(1));
    private readonly MeasurementStore _store;
    private readonly MeasurementRecorder _recorder;

    public MeasurementRecorderTests()
    {
        _store = MeasurementStore.Open(_folder.Path);
        _recorder = new MeasurementRecorder(_store, new RetentionOptions(), _time, NullLogger<MeasurementRecorder>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _recorder.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_recorded_is_on_disk_a_second_later()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _recorder.Written += written.SetResult;
        await _recorder.StartAsync(Token);
        _recorder.Record(Rows.Session("s-1"));
        Assert.Equal(1, _recorder.Status.Waiting);

        while (!written.Task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Single(_store.ReadSessions(Rows.Patient, 10));
        await _recorder.StopAsync(Token);
        Assert.Equal(new MeasurementStatus(Written: 1, Waiting: 0, Dropped: 0, Refused: 0, Problem: null), _recorder.Status);
    }

    [Fact]
    public async Task What_still_waits_at_a_stop_is_written()
    {
        await _recorder.StartAsync(Token);
        foreach (var number in Enumerable.Range(0, 3500))
            _recorder.Record(Rows.Stride("s-1", number));

        await _recorder.StopAsync(Token);

        Assert.Equal(3500, _store.ReadStrides("s-1").Count);
    }

    [Fact]
    public void While_the_disk_is_full_rows_wait_and_the_problem_is_said()
    {
        _store.Database.LimitPages(1);
        foreach (var number in Enumerable.Range(0, 2500))
            _recorder.Record(Rows.Stride("s-1", number));
        _recorder.Flush();
        _recorder.Record(Rows.Session("s-1"));
        _recorder.Flush();

        Assert.Equal((0, 2501), (_recorder.Status.Written, _recorder.Status.Waiting));
        Assert.Contains("is full", _recorder.Status.Problem, StringComparison.Ordinal);

        _store.Database.LimitPages(100_000);
        _recorder.Flush();

        Assert.Equal(new MeasurementStatus(Written: 2501, Waiting: 0, Dropped: 0, Refused: 0, Problem: null), _recorder.Status);
        Assert.Equal(2500, _store.ReadStrides("s-1").Count);
    }

    [Fact]
    public void What_was_left_open_is_ended_as_soon_as_the_disk_has_room_and_before_a_new_session_begins()
    {
        _store.Write([Rows.Session("s-old"), Rows.Repetition("s-old", 1)]);
        _store.Database.Read(connection => connection.Execute("PRAGMA query_only = ON"));
        _recorder.Record(Rows.Session("s-new", Rows.Noon.AddHours(1)));
        _recorder.Flush();
        Assert.NotNull(_recorder.Status.Problem);

        _store.Database.Read(connection => connection.Execute("PRAGMA query_only = OFF"));
        _recorder.Flush();

        Assert.Equal([null, Rows.Repetition("s-old", 1).End], _store.ReadSessions(Rows.Patient, 10).Select(s => s.Ended));
    }

    [Fact]
    public void A_store_that_became_read_only_loses_nothing_either()
    {
        _store.Database.Read(connection => connection.Execute("PRAGMA query_only = ON"));
        _recorder.Record(Rows.Session("s-1"));
        _recorder.Flush();
        Assert.Contains("read-only", _recorder.Status.Problem, StringComparison.Ordinal);

        _store.Database.Read(connection => connection.Execute("PRAGMA query_only = OFF"));
        _recorder.Flush();

        Assert.Null(_recorder.Status.Problem);
        Assert.Single(_store.ReadSessions(Rows.Patient, 10));
    }

    [Fact]
    public void When_the_store_refuses_for_hours_the_oldest_strides_go_and_no_session_or_repetition_does()
    {
        _store.Database.LimitPages(1);
        _recorder.Record(Rows.Session("s-1"));
        _recorder.Record(Rows.Repetition("s-1", 1));
        foreach (var number in Enumerable.Range(0, MeasurementRecorder.MostWaiting + 7))
            _recorder.Record(Rows.Stride("s-1", number));
        Assert.Equal(7, _recorder.Status.Dropped);

        _store.Database.LimitPages(100_000);
        _recorder.Flush();

        Assert.Single(_store.ReadSessions(Rows.Patient, 10));
        Assert.Single(_store.ReadRepetitions("s-1"));
        Assert.Equal(Rows.Stride("s-1", 7), _store.ReadStrides("s-1")[0]);
    }

    [Fact]
    public void Once_a_day_what_was_kept_long_enough_goes_however_the_clock_jumps()
    {
        _store.Write([.. Enumerable.Range(0, 3).Select(week => Rows.Session($"s-{week}", Rows.Noon.AddYears(-6).AddDays(8 * week)))]);
        foreach (var _ in Enumerable.Range(0, 5))
            _recorder.Prune();
        Assert.Equal(2, _store.ReadSessions(Rows.Patient, 10).Count);

        _time.SetUtcNow(_time.GetUtcNow().AddHours(23));
        _recorder.Prune();
        Assert.Equal(2, _store.ReadSessions(Rows.Patient, 10).Count);

        _time.Advance(TimeSpan.FromHours(1));
        foreach (var _ in Enumerable.Range(0, 5))
            _recorder.Prune();
        Assert.Single(_store.ReadSessions(Rows.Patient, 10));
    }
}
