using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.TestKit;

namespace PhysioEdge.Storage.Tests.Measurements;

public sealed class MeasurementStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private MeasurementStore _store;

    public MeasurementStoreTests() => _store = MeasurementStore.Open(_folder.Path);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_was_written_is_read_as_it_was()
    {
        var session = Rows.Session("s-1", duration: TimeSpan.FromMinutes(10));
        var repetitions = Enumerable.Range(1, 3).Select(n => Rows.Repetition("s-1", n) with { Partial = n == 3, Side = Side.Left, Smoothness = -1.9 }).ToArray();
        var strides = Enumerable.Range(0, 4).Select(n => Rows.Stride("s-1", n) with { LengthMetres = n == 2 ? 1.25 : null }).ToArray();
        var minute = Rows.HeartRate(Rows.Noon);

        _store.Write([session, .. repetitions, .. strides, minute]);

        Assert.Equal([session], _store.ReadSessions(Rows.Patient, 10));
        Assert.Equal(repetitions, _store.ReadRepetitions("s-1"));
        Assert.Equal(repetitions[1..], _store.ReadRepetitions(Rows.Patient, "squat", repetitions[1].Start, Rows.Noon.AddHours(1)));
        Assert.Equal(strides, _store.ReadStrides("s-1"));
        Assert.Equal([minute], _store.ReadMinutes(Rows.Patient, "heart-rate", Side.Both, Rows.Noon, Rows.Noon.AddMinutes(1)));
    }

    [Fact]
    public void Nobody_sees_what_is_another_patients()
    {
        _store.Write([Rows.Session("s-1"), Rows.Session("s-2") with { Patient = "pt-other" }, Rows.HeartRate(Rows.Noon) with { Patient = "pt-other" }]);

        Assert.Equal("s-1", Assert.Single(_store.ReadSessions(Rows.Patient, 10)).Id);
        Assert.Empty(_store.ReadMinutes(Rows.Patient, "heart-rate", Side.Both, Rows.Noon, Rows.Noon.AddDays(1)));
    }

    [Fact]
    public void Sessions_come_newest_first()
    {
        _store.Write([.. Enumerable.Range(0, 5).Select(n => Rows.Session($"s-{n}", Rows.Noon.AddDays(n)))]);

        Assert.Equal(["s-4", "s-3"], _store.ReadSessions(Rows.Patient, 2).Select(s => s.Id));
    }

    [Fact]
    public void A_minute_that_comes_in_two_parts_is_one_minute()
    {
        _store.Write([Rows.HeartRate(Rows.Noon, count: 10, mean: 70, least: 60, most: 75)]);
        _store.Write([Rows.HeartRate(Rows.Noon, count: 30, mean: 90, least: 80, most: 99)]);

        Assert.Equal(
            Rows.HeartRate(Rows.Noon, count: 40, mean: 85, least: 60, most: 99),
            Assert.Single(_store.ReadMinutes(Rows.Patient, "heart-rate", Side.Both, Rows.Noon, Rows.Noon.AddDays(1))));
    }

    [Fact]
    public void A_session_that_a_power_cut_left_open_ended_with_what_was_measured_last()
    {
        _store.Write([Rows.Session("s-1"), Rows.Repetition("s-1", 1), Rows.Repetition("s-1", 2), Rows.Session("s-empty", Rows.Noon.AddDays(1))]);

        _store.Dispose();
        _store = MeasurementStore.Open(_folder.Path);
        _store.EndWhatWasLeftOpen();

        var sessions = _store.ReadSessions(Rows.Patient, 2);
        Assert.Equal([Rows.Noon.AddDays(1), Rows.Repetition("s-1", 2).End], sessions.Select(s => s.Ended!.Value));
    }

    [Fact]
    public void What_can_never_be_written_does_not_hold_up_the_rest()
    {
        var refused = _store.Write([Rows.Session("s-1"), Rows.Repetition("s-1", 1) with { RangeDegrees = double.NaN }, Rows.Repetition("s-1", 2)]);

        Assert.Equal(1, refused);
        Assert.Equal([2], _store.ReadRepetitions("s-1").Select(r => r.Number));
    }

    [Fact]
    public void The_days_of_a_measure_are_those_of_the_patients_clock()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-8), "west", "west");
        var lateMonday = new DateTimeOffset(2026, 3, 2, 22, 0, 0, TimeSpan.FromHours(-8));
        _store.Write([
            Rows.HeartRate(lateMonday.ToUniversalTime(), count: 10, mean: 70, least: 60, most: 80),
            Rows.HeartRate(lateMonday.AddMinutes(1).ToUniversalTime(), count: 30, mean: 90, least: 65, most: 99),
            Rows.HeartRate(lateMonday.AddHours(12).ToUniversalTime(), count: 1, mean: 66, least: 66, most: 66)]);

        var days = _store.ReadDays(Rows.Patient, "heart-rate", Side.Both, new(2026, 3, 1), new(2026, 3, 4), zone);

        Assert.Equal([new DaySummary(new(2026, 3, 2), 40, 85, 60, 99), new DaySummary(new(2026, 3, 3), 1, 66, 66, 66)], days);
    }

    [Theory]
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 10, 25, 25)]
    public void A_day_on_which_the_clocks_change_has_an_hour_less_or_more(int year, int month, int day, int hours)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var first = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(-48);
        _store.Write([.. Enumerable.Range(0, 120).Select(hour => Rows.HeartRate(first.AddHours(hour), count: 1))]);
        var date = new DateOnly(year, month, day);

        var days = _store.ReadDays(Rows.Patient, "heart-rate", Side.Both, date.AddDays(-1), date.AddDays(1), zone);

        Assert.Equal([24, hours, 24], days.Select(d => d.Count));
    }

    [Fact]
    public void It_is_in_nobodys_way()
    {
        using var events = PhysioEdge.Storage.Outbox.EdgeStore.Open(_folder.Path, TimeProvider.System);

        Assert.Equal(0, events.ReadStatus().Pending);
    }
}
