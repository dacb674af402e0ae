namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>A value that a device has notified.</summary>
/// <param name="Device">See <see cref="BluetoothDevice.Id"/>.</param>
/// <param name="Characteristic">What the value means.</param>
/// <param name="Value">Its bytes.</param>
/// <param name="ArrivedAt">When the box had it, on the monotonic line of its <see cref="TimeProvider"/>: the time since timestamp 0.</param>
/// <param name="Epoch">Counts the subscriptions of the device from 1; between two of them anything may have been lost.</param>
public readonly record struct DeviceNotification(
    string Device, Guid Characteristic, ReadOnlyMemory<byte> Value, TimeSpan ArrivedAt, int Epoch);
