using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Sessions.Simulated;

/// <summary>Pictures that begin when the patient's wearables are linked, and move the simulated clock on.</summary>
internal sealed class ClockedFrames(IFrameSource pictures, SimulatedRoom room) : IFrameSource
{
    private bool _hasBegun;

    public async ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        if (!_hasBegun)
            await room.WaitForLinksAsync(cancellationToken);
        _hasBegun = true;
        var any = await pictures.ReadAsync(frame, cancellationToken);
        if (any)
            room.Clock.AdvanceTo(frame.PresentationTime);
        else
            room.End();
        return any;
    }

    public ValueTask DisposeAsync() => pictures.DisposeAsync();
}
