using PhysioEdge.Benchmarks.Bluetooth.Peers;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>A peer with a central that streams from its three devices.</summary>
internal sealed record Rig(Peer Peer, Receiver Receiver) : IAsyncDisposable
{
    public static async Task<Rig> StartAsync(Peer peer, TimeProvider time, CancellationToken cancellationToken)
    {
        var rig = new Rig(peer, new Receiver(peer, time));
        await rig.Receiver.UntilStreamsAsync(rig.Receiver.Counts, cancellationToken);
        return rig;
    }

    public async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        await Peer.DisposeAsync();
    }
}
