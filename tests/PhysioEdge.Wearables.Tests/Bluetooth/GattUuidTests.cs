using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class GattUuidTests
{
    [Theory]
    [InlineData("2A37", "2A37")]
    [InlineData("2a37", "2A37")]
    [InlineData("00002a37-0000-1000-8000-00805F9B34FB", "2A37")]
    [InlineData("F3F9C7CE-46EE-4205-89AC-ABE64E626C0F", "f3f9c7ce-46ee-4205-89ac-abe64e626c0f")]
    public void Both_forms_are_taken_and_the_shorter_is_shown(string text, string shown)
    {
        Assert.True(GattUuid.TryParse(text, out var uuid));
        Assert.Equal(shown, GattUuid.Show(uuid));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2A3")]
    [InlineData("2A370")]
    [InlineData("2A3G")]
    [InlineData("heart rate")]
    public void Anything_else_is_not_taken(string text) => Assert.False(GattUuid.TryParse(text, out _));
}
