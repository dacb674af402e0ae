namespace PhysioEdge.Wearables.Tests.Bluetooth;

public sealed class CentralOnDBusMockTests : CentralContract
{
    protected override async Task<BluetoothPeer> StartPeerAsync() => await DBusMockPeer.StartAsync();
}
