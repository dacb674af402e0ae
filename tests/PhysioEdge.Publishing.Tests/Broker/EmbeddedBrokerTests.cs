using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using MQTTnet;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Broker;

public sealed class EmbeddedBrokerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_default_run_is_whole_with_its_own_broker_and_receiver()
    {
        await using var box = await Box.StartConnectedAsync(new() { Port = FreePort.Take() });

        box.Store.Append(TestEvents.RomDeficit("a"));
        box.Store.Append(TestEvents.RomDeficit("a", rev: 2));

        var done = await box.Status.WhenAsync(status => status.Receipted == 2);
        Assert.Equal((2, 0), (done.Sent, done.WithoutSubscriber));
        Assert.Equal(0, box.Store.ReadStatus().Pending);
        Assert.Equal((2, 0, 0), (box.ReceiverStatus.Value.Stored, box.ReceiverStatus.Value.Duplicates, box.ReceiverStatus.Value.Malformed));
    }

    [Theory]
    [InlineData("mqttv5")]
    [InlineData("mqttv311")]
    public async Task A_listener_that_gives_no_name_is_let_in(string protocol)
    {
        var port = FreePort.Take();
        await using var box = await Box.StartConnectedAsync(new() { Port = port });
        using var client = await MosquittoSubscriber.StartAsync(port, "pe/v1/+/+/event/#", Cancellation, protocol);

        box.Store.Append(TestEvents.RomDeficit("a"));

        Assert.Contains("\"id\":\"a\"", (await client.NextAsync(Cancellation)).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var exception = await Assert.ThrowsAsync<BrokerException>(() => Box.StartAsync(new() { Port = port }));

        Assert.Equal($"Port {port} on 127.0.0.1 is in use by another program: stop it, or set broker.port to a free one, or broker.host to that broker.", exception.Message);
    }

    [Fact]
    public async Task An_address_that_this_box_does_not_have_is_named()
    {
        using var folder = Password("secret");

        var exception = await Assert.ThrowsAsync<BrokerException>(() => StartAsync(IPAddress.Parse("192.0.2.1"), folder));

        Assert.Contains("192.0.2.1 (broker.bind_address) is not an address of this box", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_password_it_is_not_opened_to_the_network()
    {
        using var broker = new EmbeddedBroker(new() { Port = FreePort.Take(), BindAddress = IPAddress.Any }, NullLogger<EmbeddedBroker>.Instance);

        var exception = await Assert.ThrowsAsync<BrokerException>(() => broker.StartAsync(Cancellation));

        Assert.Contains("set broker.user_name and broker.password_file, or bind it to 127.0.0.1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_network_only_who_has_the_password_is_let_in()
    {
        var address = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(candidate));
        Assert.SkipWhen(address is null, "This machine has no network.");
        using var folder = Password("secret");
        var (broker, port) = await StartAsync(address, folder);
        using (broker)
        {
            Assert.Equal(MqttClientConnectResultCode.BadUserNameOrPassword, await ConnectAsync(address, port, null, null));
            Assert.Equal(MqttClientConnectResultCode.BadUserNameOrPassword, await ConnectAsync(address, port, "physio", "wrong"));
            Assert.Equal(MqttClientConnectResultCode.BadUserNameOrPassword, await ConnectAsync(address, port, "someone", "secret"));
            Assert.Equal(MqttClientConnectResultCode.Success, await ConnectAsync(address, port, "physio", "secret"));
            await broker.StopAsync(Cancellation);
        }
    }

    private static TempFolder Password(string password)
    {
        var folder = new TempFolder();
        folder.WriteSecret("password", password + "\n");
        return folder;
    }

    private static async Task<(EmbeddedBroker Broker, int Port)> StartAsync(IPAddress address, TempFolder folder)
    {
        var options = new BrokerOptions { Port = FreePort.Take(), BindAddress = address, UserName = "physio", PasswordFile = folder.File("password") };
        var broker = new EmbeddedBroker(options, NullLogger<EmbeddedBroker>.Instance);
        await broker.StartAsync(Cancellation);
        return (broker, options.Port);
    }

    private static async Task<MqttClientConnectResultCode> ConnectAsync(IPAddress address, int port, string? user, string? password)
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        var options = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500)
            .WithEndPoint(new IPEndPoint(address, port));
        if (user is not null)
            options.WithCredentials(user, password);
        return (await client.ConnectAsync(options.Build(), Cancellation)).ResultCode;
    }
}
