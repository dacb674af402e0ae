using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Wearables.Bluetooth;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Simulation.Wearables;

/// <summary>The simulated wearables as Bluetooth devices.</summary>
internal static class WearablePeripherals
{
    public static readonly Guid HeartRateMeasurement = GattUuid.HeartRateMeasurement;

    private static readonly Guid HeartRateService = GattUuid.Of(0x180D);
    private static readonly Guid DeviceInformation = GattUuid.Of(0x180A);

    public static Peripheral Insole(string address, string name, InsoleProfile profile, int batteryPercent) => new()
    {
        Address = address,
        Name = name,
        Advertised = [profile.Service],
        BatteryPercent = batteryPercent,
        Characteristics = [new PeripheralCharacteristic(profile.Service, profile.Characteristic) { Notifies = true }, .. Information(profile.Name)],
    };

    public static Peripheral Watch(string address, string name, int batteryPercent) => new()
    {
        Address = address,
        Name = name,
        Advertised = [HeartRateService],
        BatteryPercent = batteryPercent,
        Characteristics =
        [
            new PeripheralCharacteristic(HeartRateService, HeartRateMeasurement) { Notifies = true },
            new PeripheralCharacteristic(HeartRateService, GattUuid.Of(0x2A38)) { Value = BodySensorLocationCodec.Encode(BodySensorLocation.Wrist) },
            .. Information("watch"),
        ],
    };

    private static IEnumerable<PeripheralCharacteristic> Information(string model)
    {
        yield return Text(0x2A29, "PhysioEdge simulation");
        yield return Text(0x2A24, model);
    }

    private static PeripheralCharacteristic Text(ushort assigned, string text)
        => new(DeviceInformation, GattUuid.Of(assigned)) { Value = DeviceInformationText.Encode(text) };
}
