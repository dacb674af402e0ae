using PhysioEdge.Simulation.Bluetooth;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Simulation.Wearables;

/// <summary>The simulated wearables as Bluetooth devices.</summary>
internal static class WearablePeripherals
{
    public static readonly Guid HeartRateMeasurement = BluetoothUuid.Of(0x2A37);

    private static readonly Guid HeartRateService = BluetoothUuid.Of(0x180D);
    private static readonly Guid DeviceInformation = BluetoothUuid.Of(0x180A);

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
            new PeripheralCharacteristic(HeartRateService, BluetoothUuid.Of(0x2A38)) { Value = BodySensorLocationCodec.Encode(BodySensorLocation.Wrist) },
            .. Information("watch"),
        ],
    };

    private static IEnumerable<PeripheralCharacteristic> Information(string model)
    {
        yield return Text(0x2A29, "PhysioEdge simulation");
        yield return Text(0x2A24, model);
    }

    private static PeripheralCharacteristic Text(ushort assigned, string text)
        => new(DeviceInformation, BluetoothUuid.Of(assigned)) { Value = DeviceInformationText.Encode(text) };
}
