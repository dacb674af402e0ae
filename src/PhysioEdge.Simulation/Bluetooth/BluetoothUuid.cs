namespace PhysioEdge.Simulation.Bluetooth;

/// <summary>Identifiers that the Bluetooth SIG has assigned.</summary>
internal static class BluetoothUuid
{
    /// <summary>The full form of a short identifier.</summary>
    public static Guid Of(ushort assigned) => new($"{assigned:x8}-0000-1000-8000-00805f9b34fb");
}
