using PhysioEdge.Benchmarks.Bluetooth.Peers;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>What the measures share.</summary>
/// <param name="Time">The clock.</param>
/// <param name="MockFolder">Where the mock's template is; null: only the fake is measured against.</param>
/// <param name="Endurance">How long the endurance test takes.</param>
internal sealed record BluetoothBench(TimeProvider Time, string? MockFolder, TimeSpan Endurance)
{
    /// <summary>Does the same with every peer at the same time.</summary>
    public async Task WithEachPeerAsync(Func<IReadOnlyList<Rig>, Task> use, CancellationToken cancellationToken)
    {
        var rigs = new List<Rig> { await Rig.StartAsync(new FakePeer(Time), Time, cancellationToken) };
        try
        {
            if (MockFolder is not null)
                rigs.Add(await Rig.StartAsync(await MockPeer.StartAsync(MockFolder, Time, cancellationToken), Time, cancellationToken));
            await use(rigs);
        }
        finally
        {
            foreach (var rig in rigs)
                await rig.DisposeAsync();
        }
    }
}
