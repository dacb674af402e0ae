using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.DBus.Wire;

public sealed class BusAddressTests
{
    [Theory]
    [InlineData("unix:path=/run/dbus/system_bus_socket", "/run/dbus/system_bus_socket")]
    [InlineData("unix:path=/tmp/a%20b,guid=0123", "/tmp/a b")]
    [InlineData("unix:abstract=/tmp/x", "@/tmp/x")]
    [InlineData("tcp:host=localhost,port=1;unix:path=/tmp/x", "/tmp/x")]
    public void Unix_sockets_are_taken_by_path_or_abstract(string address, string socket) =>
        Assert.Equal(socket, BusAddress.Parse(address).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("/run/dbus/system_bus_socket")]
    [InlineData("tcp:host=localhost,port=1")]
    [InlineData("unix:path=")]
    [InlineData("unix:guid=1")]
    public void Anything_else_is_refused_with_an_example(string address)
    {
        Assert.Contains("unix:path=", Assert.Throws<FormatException>(() => BusAddress.Parse(address)).Message, StringComparison.Ordinal);
        Assert.False(BusAddress.IsAddress(address));
    }

    [Fact]
    public void A_path_that_no_socket_can_have_is_refused() => Assert.False(BusAddress.IsAddress("unix:path=/" + new string('x', 200)));
}
