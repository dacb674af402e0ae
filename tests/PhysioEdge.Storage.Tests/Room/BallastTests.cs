using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.Storage.Room;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Storage.Tests.Room;

public sealed class BallastTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void It_takes_its_room_and_gives_it_up_once()
    {
        var ballast = new Ballast(_folder.Path, 1_000_000);

        Assert.True(ballast.TryTake());
        Assert.Equal(1_000_000, new FileInfo(_folder.File(Ballast.FileName)).Length);
        Assert.True(ballast.TryGiveUp());
        Assert.False(ballast.TryGiveUp());
        Assert.True(ballast.TryTake());
    }

    [Fact]
    public void It_is_not_taken_where_there_is_no_room_besides() => Assert.False(new Ballast(_folder.Path, long.MaxValue / 4).TryTake());

    [Fact]
    public void A_full_store_gives_it_up_before_it_refuses()
    {
        var ballast = new Ballast(_folder.Path, 1_000_000);
        ballast.TryTake();
        using var store = EdgeStore.Open(_folder.Path, new FakeTimeProvider(), ballast);
        store.Database.LimitPages(1);

        var refusal = Assert.Throws<StoreException>(() =>
        {
            for (var i = 0; i < 1000; i++)
                store.Append(TestEvents.RomDeficit($"e{i}"));
        });

        Assert.True(refusal.IsFull);
        Assert.False(ballast.IsThere);
    }

    public void Dispose() => _folder.Dispose();
}
