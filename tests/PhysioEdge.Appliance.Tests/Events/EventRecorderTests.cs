using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Appliance.Tests.Events;

public sealed class EventRecorderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly EdgeStore _store;
    private readonly RefusalLog _log = new();
    private readonly EventRecorder _recorder;

    public EventRecorderTests()
    {
        _store = EdgeStore.Open(_folder.Path, _time);
        _recorder = new EventRecorder(_store, _time, _log);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _recorder.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Events_that_the_store_refuses_wait_in_order_and_none_is_lost()
    {
        Execute("CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        await _recorder.StartAsync(Token);
        foreach (var id in (string[])["a", "b", "c"])
            await _recorder.RecordAsync(TestEvents.RomDeficit(id), null, Token);
        await _log.Refused.WaitAsync(Token);

        Assert.Contains("disk is full", _recorder.Problem, StringComparison.Ordinal);
        Assert.Equal(3, _recorder.Waiting);

        Execute("DROP TRIGGER full");
        while (_recorder.Recent.Count < 3)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal(["c", "b", "a"], _recorder.Recent.Select(e => e.Id));
        Assert.Equal(3, _store.ReadStatus().Pending);
        Assert.Equal((null, 0), (_recorder.Problem, _recorder.Waiting));
    }

    [Fact]
    public async Task What_was_still_waiting_at_a_stop_is_stored()
    {
        await _recorder.StartAsync(Token);
        await _recorder.RecordAsync(TestEvents.RomDeficit("a"), null, Token);

        await _recorder.StopAsync(Token);

        Assert.Equal(1, _store.ReadStatus().Pending);
    }

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File(EdgeStore.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private sealed class RefusalLog : ILogger<EventRecorder>
    {
        private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Refused => _refused.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 4002)
                _refused.TrySetResult();
        }
    }
}
