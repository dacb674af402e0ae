using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Sessions;

public sealed class MinuteKeeperTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly MeasurementStore _store;
    private readonly MeasurementRecorder _recorder;
    private readonly MinuteKeeper _keeper;

    public MinuteKeeperTests()
    {
        _store = MeasurementStore.Open(_folder.Path);
        _recorder = new MeasurementRecorder(_store, new RetentionOptions(), _time, NullLogger<MeasurementRecorder>.Instance);
        _keeper = new MinuteKeeper("pt-7f3a", "heart-rate", Side.Both, "bpm", _recorder, new WallClock(_time));
    }

    public void Dispose()
    {
        _recorder.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Minutes_are_those_of_the_wall_whenever_the_source_began()
    {
        Beat(seconds: 150, from: 7000, bpm: 80);

        Assert.Equal([(0d, 60, 80d), (1, 60, 80), (2, 30, 80)], (await ReadAsync()).Select(m => ((m.Minute - Noon).TotalMinutes, m.Count, m.Mean)));
    }

    [Fact]
    public async Task A_clock_that_is_set_or_a_source_that_begins_anew_loses_no_value()
    {
        Beat(seconds: 90, from: 0, bpm: 80);
        _time.SetUtcNow(Noon.AddDays(1));
        Beat(seconds: 30, from: 90, bpm: 90);
        Beat(seconds: 30, from: 0, bpm: 100);

        var minutes = await ReadAsync();

        Assert.Equal([(0d, 60), (1, 30), (1440, 60)], minutes.Select(m => ((m.Minute - Noon).TotalMinutes, m.Count)));
        Assert.Equal((95, 90, 100), (minutes[2].Mean, minutes[2].Least, minutes[2].Most));
    }

    [Fact]
    public async Task What_a_link_held_back_is_in_its_own_minute()
    {
        Beat(seconds: 50, from: 0, bpm: 80);
        _time.Advance(TimeSpan.FromSeconds(25));
        foreach (var second in Enumerable.Range(50, 25))
            _keeper.Add(TimeSpan.FromSeconds(second), 90);

        Assert.Equal([60, 15], (await ReadAsync()).Select(m => m.Count));
    }

    private void Beat(int seconds, int from, double bpm)
    {
        foreach (var second in Enumerable.Range(from, seconds))
        {
            _keeper.Add(TimeSpan.FromSeconds(second), bpm);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<IReadOnlyList<MinuteRow>> ReadAsync()
    {
        _keeper.Finish();
        await _recorder.StopAsync(TestContext.Current.CancellationToken);
        return _store.ReadMinutes("pt-7f3a", "heart-rate", Side.Both, Noon, Noon.AddDays(2));
    }
}
