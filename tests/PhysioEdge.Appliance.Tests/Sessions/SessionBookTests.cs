using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Tests.Sessions;

public sealed class SessionBookTests
{
    private readonly SessionBook _book;
    private int _made;

    public SessionBookTests() => _book = new SessionBook(TimeSpan.FromSeconds(60), () => $"s-{++_made}");

    [Fact]
    public void Camera_and_wearables_speak_of_the_same_session()
    {
        Assert.Equal("s-1", Touch(10));
        Assert.Equal("s-1", Touch(9));
        Assert.Equal("s-1", Touch(70));
        Assert.Equal("s-1", _book.At(TimeSpan.FromSeconds(130)));
    }

    [Fact]
    public void After_the_idle_time_the_next_thing_begins_another()
    {
        Assert.Null(_book.At(TimeSpan.Zero));
        Assert.Equal("s-1", Touch(10));
        Assert.Null(_book.At(TimeSpan.FromSeconds(71)));
        Assert.Equal("s-2", Touch(71));
    }

    private string Touch(int second) => _book.Touch(TimeSpan.FromSeconds(second));
}
