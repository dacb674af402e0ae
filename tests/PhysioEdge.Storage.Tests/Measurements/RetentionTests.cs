using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Sqlite;
using PhysioEdge.TestKit;

namespace PhysioEdge.Storage.Tests.Measurements;

public sealed class RetentionTests : IDisposable
{
    private static readonly RetentionOptions Short = new() { Details = TimeSpan.FromDays(10), Summaries = TimeSpan.FromDays(30) };

    private readonly TempFolder _folder = new();
    private readonly MeasurementStore _store;

    public RetentionTests() => _store = MeasurementStore.Open(_folder.Path);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Details_go_after_their_time_and_summaries_after_theirs()
    {
        foreach (var day in Enumerable.Range(0, 40))
            _store.Write([.. OfDay($"s-{day}", Rows.Noon.AddDays(day))]);
        var now = Rows.Noon.AddDays(39).AddHours(1);

        foreach (var _ in Enumerable.Range(0, 5))
            Round(Short, now);

        Assert.Equal(30, _store.ReadSessions(Rows.Patient, 100).Count);
        Assert.Equal(30, _store.ReadMinutes(Rows.Patient, "heart-rate", Side.Both, Rows.Noon, now).Count);
        Assert.Equal(10, _store.ReadRepetitions(Rows.Patient, "squat", Rows.Noon, now).Count);
        Assert.NotEmpty(_store.ReadStrides("s-30"));
        Assert.Empty(_store.ReadStrides("s-29"));
    }

    [Fact]
    public void A_clock_that_is_years_ahead_costs_the_oldest_week_and_not_everything()
    {
        foreach (var day in Enumerable.Range(0, 40))
            _store.Write([.. OfDay($"s-{day}", Rows.Noon.AddDays(day))]);

        Round(new RetentionOptions(), Rows.Noon.AddYears(12));

        Assert.Equal(33, _store.ReadSessions(Rows.Patient, 100).Count);
        Assert.Equal(33, _store.ReadRepetitions(Rows.Patient, "squat", Rows.Noon, Rows.Noon.AddDays(50)).Count);
    }

    [Fact]
    public void Nothing_goes_when_the_clock_is_set_back()
    {
        _store.Write([.. OfDay("s-1", Rows.Noon)]);

        Assert.Equal(0, Round(Short, DateTimeOffset.UnixEpoch));
        Assert.Single(_store.ReadSessions(Rows.Patient, 100));
    }

    [Fact]
    public void Room_is_given_back_to_the_disk()
    {
        foreach (var hundred in Enumerable.Range(0, 50))
            _store.Write([.. Enumerable.Range(hundred * 100, 100).Select(n => Rows.Stride("s-1", n))]);
        var before = Pages();

        Assert.Equal(5000, Round(Short, Rows.Noon.AddYears(1)));

        Assert.InRange(Pages(), 1, before / 5);
    }

    [Fact]
    public void When_the_file_is_too_large_the_oldest_strides_go_before_their_time()
    {
        foreach (var hundred in Enumerable.Range(0, 200))
            _store.Write([.. Enumerable.Range(hundred * 100, 100).Select(n => Rows.Stride(hundred < 100 ? "s-old" : "s-new", n))]);
        _store.Write([Rows.Session("s-new"), Rows.Repetition("s-new", 1)]);
        var most = Pages() * 4096L / 2;

        Round(new RetentionOptions { MostBytes = most }, Rows.Noon.AddDays(1));

        Assert.InRange(Pages() * 4096L, 1, most);
        Assert.Empty(_store.ReadStrides("s-old"));
        Assert.InRange(_store.ReadStrides("s-new").Count, 5000, 10_000);
        Assert.Single(_store.ReadRepetitions("s-new"));
    }

    private static IEnumerable<MeasurementRow> OfDay(string session, DateTimeOffset at) =>
        [Rows.Session(session, at, TimeSpan.FromMinutes(5)), Rows.Repetition(session, 1, at), Rows.Stride(session, 1, at), Rows.HeartRate(at)];

    private int Round(RetentionOptions options, DateTimeOffset now)
    {
        var retention = new Retention(_store.Database, options);
        retention.Begin(now);
        var all = 0;
        for (var removed = retention.Step(); removed > 0; removed = retention.Step())
            all += removed;
        return all;
    }

    private int Pages() => (int)_store.Database.Read(connection => connection.Scalar("PRAGMA page_count"));
}
