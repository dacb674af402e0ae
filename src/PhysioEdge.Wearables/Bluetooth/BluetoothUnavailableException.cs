namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>There is no bus, no Bluetooth service or no adapter; the message says which, and what to do.</summary>
public sealed class BluetoothUnavailableException : IOException
{
    public BluetoothUnavailableException(string message)
        : base(message)
    {
    }

    public BluetoothUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
