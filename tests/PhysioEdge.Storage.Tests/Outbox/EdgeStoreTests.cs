using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Storage.Tests.Outbox;

public sealed class EdgeStoreTests : IDisposable
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private EdgeStore _store;

    public EdgeStoreTests() => _store = EdgeStore.Open(_folder.Path, _time);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_event_is_stored_with_its_number_and_waits_to_be_sent_with_just_these_bytes()
    {
        var announced = 0;
        _store.Appended += () => announced++;

        var stored = _store.Append(TestEvents.RomDeficit("a"));

        Assert.Equal((1, _store.BootId), (stored.Data.Seq, stored.Data.BootId));
        Assert.True(Ulid.TryParse(_store.BootId, out _));
        var row = Assert.Single(Pending());
        Assert.Equal((1, stored.Type, false), (row.Seq, row.Type, row.SentBefore));
        Assert.Equal(EventPayload.Write(stored), row.Payload);
        Assert.Equal(1, announced);
    }

    [Fact]
    public void A_row_goes_on_its_receipt_and_only_then()
    {
        var first = _store.Append(TestEvents.RomDeficit("a"));
        var second = _store.Append(TestEvents.RomDeficit("a", rev: 2));
        _store.MarkSent(1, connection: 1);
        _store.MarkSent(2, connection: 1);
        Assert.Equal(2, _store.ReadStatus().Pending);

        Assert.Equal(new ReceiptOutcome(Cleared: 1, Repeated: 0, Unknown: 0), _store.Acknowledge(TestEvents.ReceiptFor(second)));

        Assert.Equal([1L], Pending(connection: 2).Select(row => row.Seq));
        Assert.Equal(new ReceiptOutcome(Cleared: 1, Repeated: 0, Unknown: 0), _store.Acknowledge(TestEvents.ReceiptFor(first)));
        Assert.Equal(new OutboxStatus(0, null), _store.ReadStatus());
    }

    [Fact]
    public void Receipts_may_come_twice_or_for_what_was_never_sent()
    {
        var stored = _store.Append(TestEvents.RomDeficit("a"));
        _store.Acknowledge(TestEvents.ReceiptFor(stored));

        var outcome = _store.Acknowledge(TestEvents.ReceiptFor(stored, TestEvents.RomDeficit("unknown"), TestEvents.RomDeficit("a", rev: 9)));

        Assert.Equal(new ReceiptOutcome(Cleared: 0, Repeated: 1, Unknown: 2), outcome);
    }

    [Fact]
    public void A_revision_is_stored_once()
    {
        _store.Append(TestEvents.RomDeficit("a"));

        var exception = Assert.Throws<ArgumentException>(() => _store.Append(TestEvents.RomDeficit("a")));

        Assert.Contains("Revision 1 of event a is stored already", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, _store.ReadStatus().Pending);
    }

    [Fact]
    public void A_number_is_never_given_twice_also_when_its_rows_are_gone_and_the_box_was_restarted()
    {
        _store.Append(TestEvents.RomDeficit("a"));
        _store.Database.Write(connection => Sqlite.Raw.Execute(connection, "DELETE FROM outbox; DELETE FROM event"));
        var before = _store.BootId;
        Reopen();

        var stored = _store.Append(TestEvents.RomDeficit("b"));

        Assert.Equal(2, stored.Data.Seq);
        Assert.NotEqual(before, stored.Data.BootId);
    }

    [Fact]
    public void What_was_sent_is_due_again_on_another_connection_after_ten_minutes_and_after_a_restart()
    {
        _store.Append(TestEvents.RomDeficit("a"));
        _store.MarkSent(1, connection: 7);

        Assert.Empty(Pending(connection: 7));
        Assert.True(Assert.Single(Pending(connection: 8)).SentBefore);
        Assert.Equal(TenMinutes, _store.NextResend(0, long.MaxValue, TenMinutes));

        _time.Advance(TenMinutes - TimeSpan.FromSeconds(1));
        Assert.Empty(Pending(connection: 7));
        Assert.Equal(TimeSpan.FromSeconds(1), _store.NextResend(0, long.MaxValue, TenMinutes));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(Pending(connection: 7));
        Assert.Equal(TimeSpan.Zero, _store.NextResend(0, long.MaxValue, TenMinutes));

        _store.MarkSent(1, connection: 7);
        Reopen();
        Assert.False(Assert.Single(Pending(connection: 7)).SentBefore);
    }

    [Fact]
    public void A_receipt_that_overtakes_the_note_that_its_row_was_sent_leaves_nothing_behind()
    {
        var stored = _store.Append(TestEvents.RomDeficit("a"));
        _store.Acknowledge(TestEvents.ReceiptFor(stored));

        _store.MarkSent(1, connection: 1);

        Assert.Null(_store.NextResend(0, long.MaxValue, TenMinutes));
    }

    [Fact]
    public void Rows_are_read_in_order_page_by_page()
    {
        foreach (var number in Enumerable.Range(1, 25))
            _store.Append(TestEvents.RomDeficit($"e{number}"));

        var pages = new List<long[]>();
        for (var page = Pending(limit: 10); page.Count > 0; page = Pending(after: page[^1].Seq, limit: 10))
            pages.Add([.. page.Select(row => row.Seq)]);

        Assert.Equal([10, 10, 5], pages.Select(page => page.Length));
        Assert.Equal(Enumerable.Range(1, 25).Select(number => (long)number), pages.SelectMany(page => page));
    }

    [Fact]
    public void The_status_tells_how_long_the_oldest_row_waits()
    {
        _store.Append(TestEvents.RomDeficit("a"));
        _time.Advance(TimeSpan.FromMinutes(3));
        _store.Append(TestEvents.RomDeficit("b"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new OutboxStatus(2, TimeSpan.FromMinutes(4)), _store.ReadStatus());
    }

    [Fact]
    public void Evidence_that_is_too_long_to_send_is_thinned_before_it_is_stored()
    {
        var flagged = TestEvents.RomDeficit("a");
        IReadOnlyList<IReadOnlyList<double>> evidence = [.. Enumerable.Range(0, 5000).Select(number => (IReadOnlyList<double>)[number, 90])];

        var stored = _store.Append(flagged with { Data = flagged.Data with { Evidence = evidence } });

        Assert.InRange(stored.Data.Evidence.Count, 2, 4999);
        var payload = Assert.Single(Pending()).Payload;
        Assert.InRange(payload.Length, 1, FlaggedEvent.MaxPayloadBytes);
        Assert.Equal(stored.Data.Evidence.Count, JsonDocument.Parse(payload).RootElement.GetProperty("data").GetProperty("evidence").GetArrayLength());
    }

    [Fact]
    public void What_can_never_be_sent_is_refused_and_takes_no_number()
    {
        var flagged = TestEvents.RomDeficit("a");

        Assert.Throws<ArgumentException>(() => _store.Append(flagged with { Data = flagged.Data with { Explanation = new string('x', 10_000) } }));
        Assert.Throws<ArgumentException>(() => _store.Append(flagged with { Type = "pe.a/b.v1" }));

        Assert.Equal(1, _store.Append(TestEvents.RomDeficit("a")).Data.Seq);
    }

    [Fact]
    public void Many_threads_may_append()
    {
        Parallel.For(0, 200, number => _store.Append(TestEvents.RomDeficit($"e{number}")));

        Assert.Equal(Enumerable.Range(1, 200).Select(number => (long)number), Pending(limit: 1000).Select(row => row.Seq));
    }

    [Fact]
    public void A_full_disk_is_told_leaves_nothing_half_written_and_the_same_event_can_be_stored_when_there_is_room_again()
    {
        _store.Database.LimitPages(1);
        var stored = 0;

        var exception = Record.Exception(() =>
        {
            for (; stored < 1000; stored++)
                _store.Append(TestEvents.RomDeficit($"e{stored}"));
        });

        Assert.IsType<StoreException>(exception);
        Assert.Contains("is full. Free some space", exception.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.File(EdgeStore.FileName), exception.Message, StringComparison.Ordinal);
        Assert.Equal(stored, Pending(limit: 1000).Count);
        Assert.Equal(stored, _store.Database.Read(connection => Sqlite.Raw.Count(connection, "event")));

        _store.Database.LimitPages(1_000_000);
        Assert.Equal(stored + 1, _store.Append(TestEvents.RomDeficit($"e{stored}")).Data.Seq);
    }

    private void Reopen()
    {
        _store.Dispose();
        _time.Advance(TimeSpan.FromSeconds(1));
        _store = EdgeStore.Open(_folder.Path, _time);
    }

    [Fact]
    public void A_verdict_is_kept_once_and_the_latest_by_its_time_counts()
    {
        _store.Append(TestEvents.RomDeficit("a"));

        Assert.Equal(ReviewOutcome.Kept, _store.Keep(Verdict("r-2", "a", Contracts.Reviews.Verdict.Dismissed, minute: 2)));
        Assert.Equal(ReviewOutcome.Kept, _store.Keep(Verdict("r-1", "a", Contracts.Reviews.Verdict.Confirmed, minute: 1)));
        Assert.Equal(ReviewOutcome.Repeated, _store.Keep(Verdict("r-2", "a", Contracts.Reviews.Verdict.Dismissed, minute: 2)));
        Assert.Equal(ReviewOutcome.Unknown, _store.Keep(Verdict("r-3", "b", Contracts.Reviews.Verdict.Confirmed, minute: 3)));

        Assert.Equal(Verdict("r-2", "a", Contracts.Reviews.Verdict.Dismissed, minute: 2), _store.ReadReview("a"));
        Assert.Null(_store.ReadReview("b"));
    }

    [Fact]
    public void The_landmarks_behind_an_event_are_kept_with_it_those_of_the_newest_thousand()
    {
        for (var i = 0; i <= EdgeStore.MostEvidence; i++)
            _store.Append(TestEvents.RomDeficit($"e{i}"), new byte[] { (byte)i });
        _store.Append(TestEvents.RomDeficit("e5", rev: 2));

        Assert.Null(_store.ReadEvidence("e0")!.Value.Landmarks);
        Assert.Equal([5], _store.ReadEvidence("e5")!.Value.Landmarks!);
        Assert.Equal(2, _store.ReadEvidence("e5")!.Value.Event.Data.Rev);
        Assert.Null(_store.ReadEvidence("unknown"));
    }

    [Fact]
    public void Old_events_are_forgotten_with_what_was_kept_of_them_but_never_before_their_receipt()
    {
        _store.Append(TestEvents.RomDeficit("a"), new byte[] { 1 });
        _store.Append(TestEvents.RomDeficit("b"), new byte[] { 1 });
        _store.Keep(Verdict("r-1", "a", Contracts.Reviews.Verdict.Confirmed, minute: 1));
        _store.Acknowledge(TestEvents.ReceiptFor(TestEvents.RomDeficit("a")));

        _time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(0, _store.Forget(TimeSpan.FromDays(401)));
        Assert.Equal(1, _store.Forget(TimeSpan.FromDays(399)));

        Assert.Null(_store.ReadEvidence("a"));
        Assert.Null(_store.ReadReview("a"));
        Assert.NotNull(_store.ReadEvidence("b"));
    }

    private IReadOnlyList<OutboxRow> Pending(long after = 0, int limit = 100, long connection = 1) =>
        _store.ReadPending(after, long.MaxValue, limit, connection, TenMinutes);

    private static Contracts.Reviews.Review Verdict(string id, string eventId, Contracts.Reviews.Verdict verdict, int minute) =>
        new(id, eventId, 1, verdict, new DateTimeOffset(2026, 11, 22, 14, minute, 0, TimeSpan.Zero));
}
