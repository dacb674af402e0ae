using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Storage.Receiving;
using PhysioEdge.Storage.Tests.Sqlite;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Storage.Tests.Receiving;

public sealed class ReceiverStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ReceiverStore _store;

    public ReceiverStoreTests() => _store = ReceiverStore.Open(_folder.Path, new FakeTimeProvider());

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Each_revision_of_each_box_is_stored_once()
    {
        var first = Received(TestEvents.RomDeficit("a"));
        var second = Received(TestEvents.RomDeficit("a", rev: 2));
        var ofAnotherBox = Received(TestEvents.RomDeficit("a") with { Source = "urn:pe:edge-0002" });

        Assert.Equal(3, _store.Store([first, second, ofAnotherBox], []));
        Assert.Equal(0, _store.Store([second, first], []));

        Assert.Equal(3, _store.CountEvents());
    }

    [Fact]
    public void Malformed_messages_are_kept_with_their_reason_and_only_the_newest()
    {
        var messages = Enumerable.Range(1, ReceiverStore.MalformedKept + 5).Select(number => new MalformedMessage("topic", new byte[20_000], $"reason {number}"));

        _store.Store([], [.. messages]);

        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File(ReceiverStore.FileName)};Pooling=False;Mode=ReadOnly");
        connection.Open();
        Assert.Equal(ReceiverStore.MalformedKept, Raw.Count(connection, "malformed"));
        Assert.Equal(1, Raw.Count(connection, $"malformed WHERE reason = 'reason {ReceiverStore.MalformedKept + 5}' AND length(payload) = 8192"));
    }

    private static ReceivedEvent Received(FlaggedEvent flagged) => new(flagged, EventPayload.Write(flagged));
}
