using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class PairingAgentTests
{
    private const string Device = "/org/bluez/hci0/dev_1";

    [Theory]
    [InlineData("RequestAuthorization", "o")]
    [InlineData("AuthorizeService", "os")]
    public void Only_the_device_that_is_being_paired_is_agreed_to(string question, string signature)
    {
        Assert.Equal(MessageType.MethodReturn, Ask(question, signature, Device).Type);
        Assert.Equal("org.bluez.Error.Rejected", Ask(question, signature, Device + "2").ErrorName);
    }

    [Theory]
    [InlineData("RequestPinCode", "o")]
    [InlineData("RequestPasskey", "o")]
    [InlineData("RequestConfirmation", "ou")]
    [InlineData("DisplayPasskey", "ouq")]
    public void What_needs_a_display_or_a_key_is_rejected(string question, string signature) =>
        Assert.Equal("org.bluez.Error.Rejected", Ask(question, signature, Device).ErrorName);

    private static Message Ask(string question, string signature, string device)
    {
        var arguments = signature[1..].Select(type => type switch { 's' => (object)"180D", 'u' => 1u, _ => (ushort)1 });
        return PairingAgent.Answer(
            Message.Call(":1.5", "/agent", "org.bluez.Agent1", question, signature, [new ObjectPath(device), .. arguments]) with { Serial = 9, Sender = ":1.1" },
            Device);
    }
}
