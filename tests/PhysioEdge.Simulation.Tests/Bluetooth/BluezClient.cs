using System.Net.Sockets;
using System.Threading.Channels;
using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Simulation.Tests.Bluetooth;

/// <summary>A client of the fake that asks and hears what a test wants it to.</summary>
internal sealed class BluezClient : IAsyncDisposable
{
    public const string Hci = "/org/bluez/hci0";
    private const string Properties = "org.freedesktop.DBus.Properties";
    private const string Manager = "org.freedesktop.DBus.ObjectManager";

    private readonly BusConnection _bus;
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    private readonly List<string> _all = [];

    private BluezClient(BusConnection bus) => _bus = bus;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Gets all signals heard so far, in short.</summary>
    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (_all)
                return [.. _all];
        }
    }

    public Task<string> Closed => _bus.Closed;

    public string Name => _bus.UniqueName;

    public static async Task<BluezClient> ConnectAsync(FakeBluez bluez)
    {
        var client = new BluezClient(await BusConnection.ConnectAsync(bluez.Address, TimeProvider.System, Token));
        foreach (var rule in (MatchRule[])[new("org.bluez", Properties), new("org.bluez", Manager), new(BusConnection.BusName, BusConnection.BusName, "NameOwnerChanged", "org.bluez")])
            await client._bus.SubscribeAsync(rule, client.Hear, Token);
        return client;
    }

    public async Task<object[]> CallAsync(string path, string @interface, string member, string signature = "", params object[] arguments)
    {
        using var answer = await _bus.CallAsync(
            Message.Call("org.bluez", path, @interface, member, signature, arguments), TimeSpan.FromSeconds(20), Token);
        return answer.Arguments();
    }

    public Task<object[]> AdapterAsync(string member, string signature = "", params object[] arguments) =>
        CallAsync(Hci, "org.bluez.Adapter1", member, signature, arguments);

    public Task<object[]> DeviceAsync(string address, string member) => CallAsync(PathOf(address), "org.bluez.Device1", member);

    public Task<object[]> CharacteristicAsync(string path, string member, string signature = "", params object[] arguments) =>
        CallAsync(path, "org.bluez.GattCharacteristic1", member, signature, arguments);

    public async Task<Socket> AcquireAsync(string path)
    {
        using var answer = await _bus.CallAsync(
            Message.Call("org.bluez", path, "org.bluez.GattCharacteristic1", "AcquireNotify", "a{sv}", new Dictionary<string, object>()), TimeSpan.FromSeconds(20), Token);
        var handle = answer.TakeHandle((HandleIndex)answer.Arguments()[0]);
        var socket = new Socket(new SafeSocketHandle(handle.DangerousGetHandle(), ownsHandle: true));
        handle.SetHandleAsInvalid();
        return socket;
    }

    public async Task<IReadOnlyList<string>> PathsAsync()
    {
        var objects = (Dictionary<object, object>)(await CallAsync("/", Manager, "GetManagedObjects"))[0];
        return [.. objects.Keys.Select(key => ((ObjectPath)key).Value).Order(StringComparer.Ordinal)];
    }

    public async Task<object> GetAsync(string path, string @interface, string property) =>
        ((Variant)(await CallAsync(path, Properties, "Get", "ss", @interface, property))[0]).Value;

    /// <summary>Waits for a signal that has that in its short form.</summary>
    public async Task<string> HearAsync(string part)
    {
        while (true)
        {
            var heard = await _heard.Reader.ReadAsync(Token);
            if (heard.Contains(part, StringComparison.Ordinal))
                return heard;
        }
    }

    public static string PathOf(string address) => $"{Hci}/dev_{address.Replace(':', '_')}";

    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    private void Hear(Message signal)
    {
        var text = (signal.Member, signal.Arguments()) switch
        {
            ("PropertiesChanged", [_, Dictionary<string, object> changed, string[] gone]) =>
                $"{signal.Path} {string.Join(' ', changed.Select(c => $"{c.Key}={Text(((Variant)c.Value).Value)}"))}{string.Join(' ', gone.Select(g => $"-{g}"))}",
            ("InterfacesAdded", [ObjectPath path, Dictionary<string, object> interfaces]) => $"+{path} {string.Join(' ', interfaces.Keys)}",
            ("InterfacesRemoved", [ObjectPath path, string[] interfaces]) => $"-{path} {string.Join(' ', interfaces)}",
            (_, var arguments) => $"{signal.Member} {string.Join(' ', arguments)}",
        };
        lock (_all)
            _all.Add(text);
        _heard.Writer.TryWrite(text);
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
